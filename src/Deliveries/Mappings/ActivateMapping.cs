using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Puts a version of a mapping in force: from now on files of its name go through it.</summary>
public sealed class ActivateMapping(TenantChanges changes)
{
    /// <param name="named">Which mapping.</param>
    /// <param name="version">Which version; null is the newest.</param>
    /// <param name="actor">Who decides it.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome> Execute(MappingName named, int? version, Actor actor, CancellationToken cancel)
    {
        var name = named.Name;
        await using var change = await changes.Begin(cancel);
        var (mappings, versions) = (change.Db.Mappings, change.Db.MappingVersions);
        var row = await mappings.SingleOrDefaultAsync(m => m.Name == name, cancel);
        var saved = await versions.AsNoTracking().Where(v => v.Name == name)
            .Where(v => version == null || v.Version == version)
            .OrderByDescending(v => v.Version).FirstOrDefaultAsync(cancel);
        if (row is null || saved is null)
            return new Outcome.Unknown();
        if (row.Active == saved.Version)
            return new Outcome.Activated(saved.Version);
        (row.Active, row.IsRetired) = (saved.Version, false);
        change.Record(new AuditEvent("mapping.activated", $"vertaling {name} versie {saved.Version}"), actor);
        await change.Commit(cancel);
        return new Outcome.Activated(saved.Version);
    }

    /// <summary>What activating can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>This version is in force.</summary>
        public sealed record Activated(int Version) : Outcome;

        /// <summary>The gemeente has no such mapping or version.</summary>
        public sealed record Unknown : Outcome;
    }
}
