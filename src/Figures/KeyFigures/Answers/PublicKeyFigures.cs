using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// The key figures that are published for all gemeenten alike; they lie in the catalogue, once. Their version is
/// compared at most once a second.
/// </summary>
public sealed class PublicKeyFigures
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly TimeProvider _time;
    private volatile Looked? _looked;

    internal PublicKeyFigures(IDbContextFactory<CatalogueDb> catalogues, TimeProvider time) =>
        (_catalogues, _time) = (catalogues, time);

    /// <summary>The catalogue's version at the last import of key figures; 0 while there is none.</summary>
    public async ValueTask<long> Version(CancellationToken cancel)
    {
        if (_looked is { } looked && _time.GetElapsedTime(looked.At) < Fresh)
            return looked.Version;
        var at = _time.GetTimestamp();
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var version = await db.KeyFigureImports.MaxAsync(i => (long?)i.Version, cancel) ?? 0;
        _looked = new Looked(at, version);
        return version;
    }

    /// <summary>The version that held at a moment in UTC; 0 before the first import.</summary>
    internal async Task<long> VersionAt(DateTime moment, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        return await db.KeyFigureImports.Where(i => i.ImportedAt <= moment)
            .MaxAsync(i => (long?)i.Version, cancel) ?? 0;
    }

    internal async Task<IReadOnlyList<CountedUnit>> Read(
        AreaCode municipality, long version, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        return await ReadCountedUnits.Execute(db, municipality, version, cancel);
    }

    /// <summary>Makes the next question look at the database, so that a process sees its own import.</summary>
    internal void Forget() => _looked = null;

    private sealed record Looked(long At, long Version);
}
