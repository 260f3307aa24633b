using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Saves a mapping as a new version; the first makes it, as a draft. What is in force stays.</summary>
public sealed class SaveMapping(TenantChanges changes)
{
    public async Task<Outcome> Execute(MappingName named, Mapping mapping, Actor actor, CancellationToken cancel)
    {
        var (name, json) = (named.Name, mapping.ToJson());
        var objections = MappingObjections.Of(mapping);
        if (objections.Count > 0 || json.Length > Mapping.LongestJson)
            return new Outcome.Refused(objections.Count > 0 ? objections : ["De vertaling is te lang."]);
        await using var change = await changes.Begin(cancel);
        var (mappings, versions) = (change.Db.Mappings, change.Db.MappingVersions);
        var last = await versions.AsNoTracking().Where(v => v.Name == name).OrderByDescending(v => v.Version)
            .FirstOrDefaultAsync(cancel);
        if (last?.Json == json)
            return new Outcome.Unchanged(last.Version);
        var row = await mappings.SingleOrDefaultAsync(m => m.Name == name, cancel);
        if (row is not null && (row.Supplier, row.Contract) != (mapping.Supplier, mapping.Contract))
            return new Outcome.Refused([$"'{name}' is van {row.Supplier} voor {row.Contract}; kies een andere naam."]);
        if (row is null)
            mappings.Add(new MappingRow { Name = name, Supplier = mapping.Supplier, Contract = mapping.Contract });
        var version = (last?.Version ?? 0) + 1;
        versions.Add(new MappingVersionRow
        {
            Name = name, Version = version, Json = json, SavedAt = change.At, SavedBy = actor.Name,
        });
        change.Record(new AuditEvent("mapping.saved", $"vertaling {name} versie {version}"), actor);
        await change.Commit(cancel);
        return new Outcome.Saved(version);
    }

    /// <summary>What saving can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>There is a new version.</summary>
        public sealed record Saved(int Version) : Outcome;

        /// <summary>The newest version already says this.</summary>
        public sealed record Unchanged(int Version) : Outcome;

        /// <summary>It is not saved.</summary>
        /// <param name="Objections">Why, as Dutch sentences.</param>
        public sealed record Refused(IReadOnlyList<string> Objections) : Outcome;
    }
}
