using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>
/// The areas this platform knows, answered from memory. The catalogue's version is compared at most once a second; a
/// municipality's areas are read on first use and kept until an import changes them.
/// </summary>
public sealed class AreaRegistry
{
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly KeptCopy<Known> _known;

    internal AreaRegistry(
        IDbContextFactory<CatalogueDb> catalogues, TimeProvider time, ILogger<AreaRegistry> log)
    {
        _catalogues = catalogues;
        _known = new KeptCopy<Known>("gebieden", Read, time, log);
    }

    /// <summary>The municipality's areas in one boundary year, or null when that year is not loaded for it.</summary>
    public async ValueTask<MunicipalityAreas?> Find(AreaCode municipality, int boundaryYear, CancellationToken cancel)
    {
        var known = await Current(cancel);
        var key = (municipality, boundaryYear);
        if (!known.Contents.ContainsKey(key))
            return null;
        return known.Areas.TryGetValue(key, out var areas) ? areas : await Load(known, key, cancel);
    }

    /// <summary>Boundary years loaded for a municipality, ascending; empty when it is not known.</summary>
    public async ValueTask<IReadOnlyList<int>> Years(AreaCode municipality, CancellationToken cancel) =>
        (await Current(cancel)).Years.GetValueOrDefault(municipality) ?? [];

    /// <summary>The municipalities that a boundary year is loaded for, in order of code.</summary>
    public async ValueTask<IReadOnlyList<AreaCode>> Municipalities(int boundaryYear, CancellationToken cancel) =>
        [.. (await Current(cancel)).Contents.Keys.Where(k => k.Item2 == boundaryYear).Select(k => k.Item1)
            .OrderBy(m => m.Code, StringComparer.Ordinal)];

    /// <summary>Whether any boundary year is loaded for this municipality.</summary>
    public async ValueTask<bool> IsKnown(AreaCode municipality, CancellationToken cancel) =>
        (await Current(cancel)).Years.ContainsKey(municipality);

    /// <summary>
    /// The catalogue's version at the last import that changed areas, the same in every process; 0 while there are
    /// none. What is derived from areas is out of date when this rises.
    /// </summary>
    public async ValueTask<long> Version(CancellationToken cancel) => (await Current(cancel)).AreasVersion;

    /// <summary>
    /// As <see cref="Version(CancellationToken)"/>, also rising when a crosswalk of this municipality comes into use or
    /// goes out of it. Of another municipality's nothing shows.
    /// </summary>
    public async ValueTask<long> Version(AreaCode municipality, CancellationToken cancel)
    {
        var known = await Current(cancel);
        return Math.Max(known.AreasVersion, known.CrosswalkVersions.GetValueOrDefault(municipality));
    }

    /// <summary>The reviewed crosswalks of a municipality that fit its areas as they are now.</summary>
    public async ValueTask<IReadOnlyList<Crosswalk>> Crosswalks(AreaCode municipality, CancellationToken cancel)
    {
        var known = await Current(cancel);
        if (!known.CrosswalkVersions.ContainsKey(municipality))
            return [];
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var fitting = new List<Crosswalk>();
        foreach (var crosswalk in await ListCrosswalks.Reviewed(db, municipality, cancel))
            if (await Find(municipality, crosswalk.FromYear, cancel) is { } from
                && await Find(municipality, crosswalk.ToYear, cancel) is { } to
                && CheckCrosswalk.Fits(crosswalk.Rows, from, to))
                fitting.Add(crosswalk);
        return fitting;
    }

    /// <summary>Hash of what is loaded for a municipality and year; null when nothing is.</summary>
    internal async ValueTask<string?> ContentOf(AreaCode municipality, int year, CancellationToken cancel) =>
        (await Current(cancel)).Contents.GetValueOrDefault((municipality, year));

    /// <summary>Makes the next question look at the database, so that a process sees its own import.</summary>
    internal void Forget() => _known.Expire();

    private ValueTask<Known> Current(CancellationToken cancel) => _known.Get(cancel);

    private async Task<Known> Read(Known? before, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        // The version is read first: an import in between is then seen once more, never missed.
        var version = await db.ReadVersion(cancel);
        if (before?.CatalogueVersion == version)
            return before;
        var imports = await db.BoundaryImports.AsNoTracking()
            .Select(i => new Import(AreaCode.Parse(i.Municipality), i.BoundaryYear, i.Content, i.Version))
            .ToListAsync(cancel);
        var crosswalks = db.Crosswalks;
        var decided = await crosswalks.AsNoTracking().Where(c => c.Version > 0)
            .GroupBy(c => c.Municipality).Select(g => new { g.Key, Version = g.Max(c => c.Version) })
            .ToListAsync(cancel);
        return Known.From(imports, before, version) with
        {
            CrosswalkVersions = decided.ToFrozenDictionary(d => AreaCode.Parse(d.Key), d => d.Version),
        };
    }

    private async Task<MunicipalityAreas> Load(Known known, (AreaCode, int) key, CancellationToken cancel)
    {
        var (municipality, year) = (key.Item1.Code, key.Item2);
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var rows = await db.Areas.AsNoTracking()
            .Where(a => a.BoundaryYear == year && a.Municipality == municipality)
            .ToListAsync(cancel);
        var byLevel = rows.ToLookup(r => (AreaLevel)r.Level, r => r.ToArea());
        return known.Areas.GetOrAdd(key, new MunicipalityAreas(
            year, byLevel[AreaLevel.Municipality].Single(),
            byLevel[AreaLevel.District], byLevel[AreaLevel.Neighbourhood]));
    }

    private sealed record Import(AreaCode Municipality, int Year, string Content, long Version);

    private sealed record Known(long CatalogueVersion, long AreasVersion)
    {
        public required FrozenDictionary<(AreaCode, int), string> Contents { get; init; }

        public required FrozenDictionary<AreaCode, IReadOnlyList<int>> Years { get; init; }

        public required ConcurrentDictionary<(AreaCode, int), MunicipalityAreas> Areas { get; init; }

        /// <summary>The version at which a crosswalk of a municipality last came into use or went out of it.</summary>
        public FrozenDictionary<AreaCode, long> CrosswalkVersions { get; init; } =
            FrozenDictionary<AreaCode, long>.Empty;

        public static Known From(List<Import> imports, Known? before, long version)
        {
            var contents = imports.ToFrozenDictionary(i => (i.Municipality, i.Year), i => i.Content);
            // The catalogue also rises for tenants and suppliers: areas that did not change are kept.
            var kept = before?.Areas.Where(a => before.Contents[a.Key] == contents.GetValueOrDefault(a.Key)) ?? [];
            return new Known(version, imports.Select(i => i.Version).DefaultIfEmpty().Max())
            {
                Contents = contents,
                Years = imports.GroupBy(i => i.Municipality)
                    .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<int>)[.. g.Select(i => i.Year).Order()]),
                Areas = new ConcurrentDictionary<(AreaCode, int), MunicipalityAreas>(kept),
            };
        }
    }
}
