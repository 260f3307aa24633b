using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>The mappings of the current tenant, and one of them in full.</summary>
public sealed class ListMappings(TenantDb db)
{
    public async Task<IReadOnlyList<MappingLine>> Execute(CancellationToken cancel)
    {
        var (mappings, versions) = (db.Mappings, db.MappingVersions);
        return await mappings.AsNoTracking().OrderBy(m => m.Name).Select(m => new MappingLine
        {
            Name = m.Name, Supplier = m.Supplier, Contract = m.Contract, Active = m.Active, IsRetired = m.IsRetired,
            Newest = versions.Where(v => v.Name == m.Name).Max(v => v.Version),
        }).ToListAsync(cancel);
    }

    /// <summary>A mapping with all its versions, newest first; null when there is none of this name.</summary>
    public async Task<MappingView?> Show(MappingName named, CancellationToken cancel)
    {
        var (versions, name) = (db.MappingVersions, named.Name);
        if ((await Execute(cancel)).FirstOrDefault(l => l.Name == name) is not { } line)
            return null;
        var rows = await versions.AsNoTracking().Where(v => v.Name == name).OrderByDescending(v => v.Version)
            .ToListAsync(cancel);
        return new MappingView(line, [.. rows.Select(r => new SavedMapping(
            r.Version, r.SavedAt, r.SavedBy, r.Json,
            Mapping.TryRead(r.Json, out var mapping, out var objection)
                ? mapping
                : throw new InvalidOperationException($"Mapping '{name}' version {r.Version}: {objection}")))]);
    }
}

/// <summary>A mapping in a list.</summary>
public sealed record MappingLine
{
    public required string Name { get; init; }

    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    /// <summary>The version in force; null when none is.</summary>
    public required int? Active { get; init; }

    public required bool IsRetired { get; init; }

    public required int Newest { get; init; }

    /// <summary>The Dutch word for how it stands.</summary>
    public string State => Active is not null ? "actief" : IsRetired ? "buiten gebruik" : "concept";
}

/// <summary>A mapping with its versions, newest first.</summary>
public sealed record MappingView(MappingLine Line, IReadOnlyList<SavedMapping> Versions);

/// <summary>A version of a mapping.</summary>
/// <param name="Version">From 1.</param>
/// <param name="SavedAt">When, in UTC.</param>
/// <param name="SavedBy">The role of who saved it.</param>
/// <param name="Json">As it is stored.</param>
/// <param name="Mapping">What it says.</param>
public sealed record SavedMapping(int Version, DateTime SavedAt, string SavedBy, string Json, Mapping Mapping);
