using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>
/// The region as it is now, kept in memory. The version is compared at most once a second, and what a gemeente
/// published is read again only when she published anew. While the database is away the last copy answers.
/// </summary>
public sealed class ReadRegion : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly RegionalDatabases _databases;
    private readonly AreaRegistry _areas;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Kept? _kept;

    internal ReadRegion(RegionalDatabases databases, AreaRegistry areas, TimeProvider time) =>
        (_databases, _areas, _time) = (databases, areas, time);

    public async ValueTask<Region> Execute(CancellationToken cancel)
    {
        if (_kept is { } kept && _time.GetElapsedTime(kept.ReadAt) < Fresh)
            return kept.Region;
        await _gate.WaitAsync(cancel);
        try
        {
            if (_kept is { } newer && _time.GetElapsedTime(newer.ReadAt) < Fresh)
                return newer.Region;
            var region = await Newer(_kept?.Region, cancel);
            _kept = new Kept(region, _time.GetTimestamp());
            return region;
        }
        catch (System.Data.Common.DbException) when (_kept is not null)
        {
            _kept = _kept with { ReadAt = _time.GetTimestamp() };
            return _kept.Region;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Looks at the database now, for a process that has just changed it itself.</summary>
    public ValueTask<Region> Anew(CancellationToken cancel)
    {
        if (_kept is { } kept)
            _kept = kept with { ReadAt = 0 };
        return Execute(cancel);
    }

    private async Task<Region> Newer(Region? before, CancellationToken cancel)
    {
        await using var db = _databases.OpenToRead();
        var version = await db.Versions.AsNoTracking().Select(v => v.Version).SingleOrDefaultAsync(cancel);
        return before?.Version == version ? before : await Build(db, version, before, cancel);
    }

    private async Task<Region> Build(RegionalDb db, long version, Region? before, CancellationToken cancel)
    {
        var models = (await db.Models.AsNoTracking().OrderByDescending(m => m.Version).ToListAsync(cancel))
            .ConvertAll(m => m.ToModel());
        var model = models.Count == 0 ? null : models[0];
        var participants = (await db.Participants.AsNoTracking().ToListAsync(cancel))
            .ConvertAll(p => p.ToParticipant());
        var members = new List<Member>();
        var reader = new ReadMembers(db, before);
        foreach (var code in (model?.Members ?? []).Union(participants.Select(p => p.Code)))
        {
            var area = await AreaOf(AreaCode.Parse(code), cancel);
            members.Add(await reader.Read(area, participants.Find(p => p.Code == code), model, cancel));
        }
        return new Region
        {
            Version = version, Model = model, Models = models,
            Members = [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)],
            Texts = await TextsOf(db, cancel),
            Newest = members.Select(m => m.Latest?.Month).Max(),
        };
    }

    private static async Task<IReadOnlyList<LibraryText>> TextsOf(RegionalDb db, CancellationToken cancel) =>
        await db.Texts.AsNoTracking().OrderBy(t => t.Title).Select(t => new LibraryText(t.Id, t.Title, t.Text))
            .ToListAsync(cancel);

    private async Task<Area> AreaOf(AreaCode municipality, CancellationToken cancel) =>
        await _areas.Years(municipality, cancel) is [.., var newest]
        && await _areas.Find(municipality, newest, cancel) is { } areas
            ? areas.Municipality : new Area(municipality, municipality.Code, null, null, null);

    private sealed record Kept(Region Region, long ReadAt);
}
