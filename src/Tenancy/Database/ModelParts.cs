using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>The tables one capability contributes to a model.</summary>
/// <param name="Capability">Name of the contributing project; parts are applied in this order.</param>
/// <param name="Map">Maps the capability's entities.</param>
public sealed record ModelPart<TDb>(string Capability, Action<ModelBuilder> Map) where TDb : DbContext;

/// <summary>All contributions to one of the platform's models, and how text is ordered in it.</summary>
public sealed class ModelParts<TDb>(IEnumerable<ModelPart<TDb>> parts, DatabaseEngine engine) where TDb : DbContext
{
    private readonly ModelPart<TDb>[] _parts = [.. parts.OrderBy(p => p.Capability, StringComparer.Ordinal)];

    internal void Map(ModelBuilder model)
    {
        foreach (var part in _parts)
            part.Map(model);
        StoredForms.Collate(model, engine.Collation);
    }
}
