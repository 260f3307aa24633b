using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// The cubes of the current tenant. Loaded on first use; afterwards an answer needs no database, so that figures stay
/// readable, with their date, while it is away.
/// </summary>
public sealed class CubeStore
{
    private readonly TenantCache _cache;
    private readonly TenantDb _db;
    private readonly AreaRegistry _areas;
    private readonly ReadStamp _stamps;

    internal CubeStore(TenantCache cache, TenantDb db, AreaRegistry areas, ReadStamp stamps) =>
        (_cache, _db, _areas, _stamps) = (cache, db, areas, stamps);

    private CubeShelf Shelf => _cache.GetOrAdd(() => new CubeShelf());

    /// <summary>Whether this process answers for the tenant already.</summary>
    internal bool IsLoaded => Shelf.Current is not null;

    /// <summary>The cube that answers now.</summary>
    public ValueTask<Cube> Current(CancellationToken cancel) =>
        Shelf.Current is { } cube ? new(cube) : new(Refresh(cancel));

    /// <summary>
    /// Brings the cube to the tenant's data version and the version of the areas; call it right after a commit.
    /// Only deliveries that newly count are read. When it fails the old cube keeps answering.
    /// </summary>
    /// <returns>The cube that answers from now on.</returns>
    public async Task<Cube> Refresh(CancellationToken cancel)
    {
        var shelf = Shelf;
        await shelf.Gate.WaitAsync(cancel);
        try
        {
            (var stamp, shelf.Settings) = await _stamps.Execute(shelf.Settings, cancel);
            if (shelf.Current is { } old && old.Stamp == stamp with { Closed = ClosedOf(old.Weeks, stamp) })
                return old;
            var known = shelf.Current?.Weeks ?? CountedWeeks.None;
            var weeks = await new ReadCountedWeeks(_db).Read(stamp.Version, known, shelf.Books, cancel);
            var cube = await Build(stamp, weeks, cancel);
            shelf.Put(cube);
            return cube;
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    /// <summary>The cube a question is about: the current one, or the one as known then.</summary>
    internal ValueTask<Cube> For(KnownOn? then, CancellationToken cancel) =>
        then is { } moment ? new(KnownOn(moment, cancel)) : Current(cancel);

    /// <summary>As <see cref="Refresh"/>, but a process that answered nothing yet loads nothing.</summary>
    public Task RefreshIfLoaded(CancellationToken cancel) => IsLoaded ? Refresh(cancel) : Task.CompletedTask;

    /// <summary>The cube as it was at a version or moment; the current one when nothing changed since.</summary>
    public async Task<Cube> KnownOn(KnownOn moment, CancellationToken cancel)
    {
        var now = await Current(cancel);
        var version = now.Weeks.History.LastChangeUpTo(moment.VersionIn(now.Weeks.History));
        if (version == now.Weeks.History.LastChangeUpTo(now.Stamp.Version))
            return now;
        if (Shelf.FindOlder(version, now.Stamp.AreasVersion) is { } older)
            return older;
        return await BuildOlder(now, version, cancel);
    }

    /// <summary>The cells behind these spans, whether they count now or not, and what their codes are.</summary>
    internal async Task<(IReadOnlyDictionary<(long, IsoWeek), WeekBlock> Blocks, Codes Codes)> Blocks(
        IReadOnlyList<CountingSpan> spans, CancellationToken cancel)
    {
        var shelf = Shelf;
        await shelf.Gate.WaitAsync(cancel);
        try
        {
            var known = shelf.Current?.Weeks.Blocks ?? [];
            var blocks = await new ReadCountedWeeks(_db).Blocks(spans, known, shelf.Books, cancel);
            return (blocks, shelf.Books.Copy());
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    private async Task<Cube> BuildOlder(Cube now, long version, CancellationToken cancel)
    {
        var shelf = Shelf;
        await shelf.Gate.WaitAsync(cancel);
        try
        {
            if (shelf.FindOlder(version, now.Stamp.AreasVersion) is { } built)
                return built;
            var weeks = await new ReadCountedWeeks(_db).Read(
                version, now.Weeks.History, now.Weeks, shelf.Books, cancel);
            var cube = await Build(now.Stamp with { Version = version }, weeks, cancel);
            shelf.PutOlder(cube);
            return cube;
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    /// <summary>The closed feeds that these weeks are of.</summary>
    private static string ClosedOf(CountedWeeks weeks, CubeStamp stamp)
    {
        var all = stamp.Closed.Split(',');
        return stamp.Closed.Length == 0 ? "" : ClosedFeeds.Written(weeks.Counting.Select(c => c.Feed).Distinct()
            .Where(f => all.Contains(ClosedFeeds.Written([f]), StringComparer.Ordinal))
            .OrderBy(f => f.Supplier, StringComparer.Ordinal));
    }

    private async Task<Cube> Build(CubeStamp stamp, CountedWeeks weeks, CancellationToken cancel)
    {
        var municipality = stamp.Municipality;
        // Also a cube of earlier: it looks back at deliveries and not at settings, or it could not be compared.
        var (settings, today) = (Shelf.Settings!, _stamps.Today);
        var years = new Dictionary<int, MunicipalityAreas?>();
        foreach (var year in await _areas.Years(municipality, cancel))
            years[year] = (await _areas.Find(municipality, year, cancel))?.With(settings.Boroughs.On(today, year));
        return Cube.Build(
            stamp with { Closed = ClosedOf(weeks, stamp) }, settings.Categories.TreeOn(today), weeks, years,
            await _areas.Crosswalks(municipality, cancel));
    }
}
