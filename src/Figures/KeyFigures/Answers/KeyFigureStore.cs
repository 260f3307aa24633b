using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// The key figures of the current tenant: her own and the public ones, kept in memory and swapped in one assignment.
/// Loaded on first use; afterwards an answer needs no database.
/// </summary>
public sealed class KeyFigureStore
{
    private readonly ICurrentTenant _current;
    private readonly TenantCache _cache;
    private readonly TenantDb _db;
    private readonly PublicKeyFigures _public;
    private readonly ClosedFeeds _closed;

    internal KeyFigureStore(
        ICurrentTenant current, TenantCache cache, TenantDb db, PublicKeyFigures published, ClosedFeeds closed) =>
        (_current, _cache, _db, _public, _closed) = (current, cache, db, published, closed);

    private KeyFigureShelf Shelf => _cache.GetOrAdd(() => new KeyFigureShelf());

    /// <summary>Whether this process answers for the tenant already.</summary>
    internal bool IsLoaded => Shelf.Current is not null;

    /// <summary>The key figures that answer now.</summary>
    public ValueTask<KeyFigures> Current(CancellationToken cancel) =>
        Shelf.Current is { } known ? new(known) : new(Refresh(cancel));

    /// <summary>
    /// Brings them to the newest versions; call it right after a commit. When it fails the old ones keep answering.
    /// </summary>
    public async Task<KeyFigures> Refresh(CancellationToken cancel)
    {
        var shelf = Shelf;
        await shelf.Gate.WaitAsync(cancel);
        try
        {
            var stamp = await Stamp(await _db.ReadVersion(cancel), await _public.Version(cancel), cancel);
            return shelf.Current is { } known && known.Stamp == stamp
                ? known
                : shelf.Current = await Read(stamp, cancel);
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    /// <summary>As <see cref="Refresh"/>, but a process that answered nothing yet loads nothing.</summary>
    public Task RefreshIfLoaded(CancellationToken cancel) => IsLoaded ? Refresh(cancel) : Task.CompletedTask;

    /// <summary>The key figures a question is about: the current ones, or those that were known then.</summary>
    internal async ValueTask<KeyFigures> For(KnownOn? then, CancellationToken cancel)
    {
        if (then is not { } known)
            return await Current(cancel);
        if (known.Moment is not { } moment)
            return await Read(
                await Stamp(known.Version!.Value, await _public.Version(cancel), cancel), cancel);
        var moments = _db.VersionMoments;
        var own = await moments.Where(m => m.At <= moment).MaxAsync(m => (long?)m.Version, cancel) ?? 0;
        return await Read(await Stamp(own, await _public.VersionAt(moment, cancel), cancel), cancel);
    }

    private AreaCode Municipality => AreaCode.Parse(_current.Tenant.Id.Code);

    private async Task<KeyFigureStamp> Stamp(long version, long publicVersion, CancellationToken cancel) =>
        new(Municipality, version, publicVersion)
        {
            Closed = ClosedFeeds.Written(await _closed.Of(_current.Tenant.Id, cancel)),
        };

    private async Task<KeyFigures> Read(KeyFigureStamp stamp, CancellationToken cancel)
    {
        var own = _db.OwnKeyFigures;
        var lines = await own.AsNoTracking().OrderBy(o => o.Code).Select(o => o.Line).ToListAsync(cancel);
        var units = await ReadCountedUnits.Execute(_db, stamp.Municipality, stamp.Version, cancel);
        var published = await _public.Read(stamp.Municipality, stamp.PublicVersion, cancel);
        var shut = stamp.Closed.Split(',').ToHashSet(StringComparer.Ordinal);
        var open = units.ToLookup(u => !shut.Contains(ClosedFeeds.Written([u.Feed])));
        return new KeyFigures(
            stamp, KeyFigureList.Default.With([.. lines.Select(KeyFigure.Parse)]), published.Concat(open[true]))
        {
            Closed = open[false].Select(u => u.Unit.Figure).ToHashSet(),
        };
    }
}

/// <summary>The key figures of one tenant in this process; loading goes one at a time.</summary>
internal sealed class KeyFigureShelf
{
    private volatile KeyFigures? _current;

    /// <summary>What answers now; null before the first load.</summary>
    public KeyFigures? Current
    {
        get => _current;
        set => _current = value;
    }

    public SemaphoreSlim Gate { get; } = new(1, 1);
}
