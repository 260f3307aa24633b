using System.Collections.Frozen;

namespace Twente.Igw.Areas;

/// <summary>All areas of one municipality in one boundary year, immutable.</summary>
public sealed class MunicipalityAreas
{
    private readonly FrozenDictionary<AreaCode, Area> _byCode;

    /// <param name="boundaryYear">The year whose boundaries these are.</param>
    /// <param name="municipality">The municipality itself.</param>
    /// <param name="districts">Its districts; stored ordered by code.</param>
    /// <param name="neighbourhoods">Its neighbourhoods; stored ordered by code.</param>
    public MunicipalityAreas(
        int boundaryYear, Area municipality, IEnumerable<Area> districts, IEnumerable<Area> neighbourhoods)
    {
        BoundaryYear = boundaryYear;
        Municipality = municipality;
        Districts = [.. districts.OrderBy(a => a.Code.Code, StringComparer.Ordinal)];
        Neighbourhoods = [.. neighbourhoods.OrderBy(a => a.Code.Code, StringComparer.Ordinal)];
        _byCode = Districts.Concat(Neighbourhoods).Append(municipality).ToFrozenDictionary(a => a.Code);
    }

    public int BoundaryYear { get; }

    public Area Municipality { get; }

    public IReadOnlyList<Area> Districts { get; }

    public IReadOnlyList<Area> Neighbourhoods { get; }

    public Area? Find(AreaCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The areas of a level, ordered by code. Boroughs are the tenant's own and not known here.</summary>
    public IReadOnlyList<Area> At(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => [Municipality],
        AreaLevel.District => Districts,
        AreaLevel.Neighbourhood => Neighbourhoods,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Boroughs are not part of the CBS division."),
    };
}
