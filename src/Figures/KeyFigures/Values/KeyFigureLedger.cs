using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// The book of key figures, of a gemeente or of the catalogue. Facts are added and never changed; which of them count
/// is said by versions alone. Every method works inside the caller's exclusive transaction.
/// </summary>
public sealed class KeyFigureLedger(DatabaseEngine engine)
{
    /// <summary>How facts are loaded in bulk; the columns of the table, in order.</summary>
    private static readonly BulkTable<KeyFigureFactRow> Table = new("KeyFigureFact",
    [
        new("Delivery", Long: f => f.Delivery), new("Municipality", Text: f => f.Municipality),
        new("Row", Integer: f => f.Row), new("Figure", Text: f => f.Figure), new("Period", Text: f => f.Period),
        new("BoundaryYear", Integer: f => f.BoundaryYear), new("Area", Text: f => f.Area),
        new("State", Integer: f => f.State), new("Hundredths", Long: f => f.Hundredths),
    ]);

    /// <summary>Adds an import's or delivery's facts. They do not count before <see cref="Count"/> says so.</summary>
    /// <returns>Number of rows added.</returns>
    public Task<long> Add(
        DbContext db, long delivery, IEnumerable<KeyFigureFact> facts, CancellationToken cancel) =>
        engine.Insert(db, Table, facts.Select((f, row) => new KeyFigureFactRow
        {
            Delivery = delivery, Municipality = f.Area.Municipality.Code, Row = row, Figure = f.Figure.Code,
            Period = f.Period.ToString(), BoundaryYear = f.BoundaryYear, Area = f.Area.Code,
            State = f.Value.IsKnown ? KeyFigureFactRow.Known : 0,
            Hundredths = f.Value.IsKnown ? f.Value.Hundredths : 0,
        }), cancel);

    /// <summary>
    /// Makes these count for their units of a feed from a version on; a unit in <paramref name="silent"/> counts as
    /// not delivered. Units that already count so are left alone.
    /// </summary>
    /// <param name="db">The database of the gemeente or the catalogue.</param>
    /// <param name="feed">Whose feed.</param>
    /// <param name="counting">What counts from now on.</param>
    /// <param name="silent">What counts no more, without anything in its place.</param>
    /// <param name="version">The version from which this holds.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> Count(
        DbContext db, Feed feed, IReadOnlyCollection<CountingUnit> counting,
        IReadOnlyCollection<KeyFigureUnit> silent, long version, CancellationToken cancel)
    {
        var open = (await Open(db, feed, cancel)).ToDictionary(v => v.Unit);
        var changed = counting.Where(c => open.GetValueOrDefault(c.Unit)?.Delivery != c.Delivery).ToList();
        var ended = silent.Where(open.ContainsKey).ToList();
        foreach (var unit in changed.Select(c => c.Unit).Concat(ended))
            if (open.TryGetValue(unit, out var row))
                row.ToVersion = version;
        db.KeyFigureVersions.AddRange(changed.Select(c => new KeyFigureVersion
        {
            Contract = feed.Contract, Supplier = feed.Supplier, Municipality = c.Unit.Municipality.Code,
            Figure = c.Unit.Figure.Code, Period = c.Unit.Period.ToString(), Level = (int)c.Unit.Level,
            FromVersion = version, Delivery = c.Delivery, BoundaryYear = c.BoundaryYear, Content = c.Content,
        }));
        return changed.Count + ended.Count > 0;
    }

    /// <summary>As <see cref="Count"/>, for a gemeente: raises her data version and keeps its moment.</summary>
    public async Task CountForTenant(
        TenantDb db, Feed feed, IReadOnlyCollection<CountingUnit> counting,
        IReadOnlyCollection<KeyFigureUnit> silent, DateTime at, CancellationToken cancel)
    {
        var version = await db.RaiseVersion(cancel);
        db.VersionMoments.Add(new VersionMoment { Version = version, At = at });
        await Count(db, feed, counting, silent, version, cancel);
    }

    /// <summary>What counts now of a feed.</summary>
    public async Task<IReadOnlyList<CountingUnit>> Counting(DbContext db, Feed feed, CancellationToken cancel)
    {
        var open = await Open(db, feed, cancel);
        return [.. open.Select(v => new CountingUnit(v.Unit, v.Delivery, v.BoundaryYear, v.Content))];
    }

    /// <summary>What a delivery states, as units; also of one that counts no more.</summary>
    public async Task<IReadOnlyList<CountingUnit>> Stated(DbContext db, long delivery, CancellationToken cancel)
    {
        var facts = await db.KeyFigureFacts.AsNoTracking().Where(f => f.Delivery == delivery).ToListAsync(cancel);
        return UnitsOf(delivery, facts.OrderBy(f => f.Row).Select(f => new KeyFigureFact(
            KeyFigureCode.Parse(f.Figure), KeyFigurePeriod.Parse(f.Period), f.BoundaryYear,
            Areas.AreaCode.Parse(f.Area), f.Value)));
    }

    /// <summary>Takes out every trace of a delivery that counts no more.</summary>
    public async Task Erase(TenantDb db, long delivery, CancellationToken cancel)
    {
        await db.KeyFigureFacts.Where(f => f.Delivery == delivery).ExecuteDeleteAsync(cancel);
        await db.KeyFigureVersions.Where(v => v.Delivery == delivery).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The units that facts make up, each of one boundary year, with the hash of what they say.</summary>
    public static IReadOnlyList<CountingUnit> UnitsOf(long delivery, IEnumerable<KeyFigureFact> facts) =>
    [
        .. facts.GroupBy(f => f.Unit).Select(unit =>
            new CountingUnit(unit.Key, delivery, unit.First().BoundaryYear, ContentOf(unit))),
    ];

    private static string ContentOf(IEnumerable<KeyFigureFact> facts)
    {
        var lines = facts.OrderBy(f => f.Area.Code, StringComparer.Ordinal).Select(f => string.Create(
            CultureInfo.InvariantCulture,
            $"{f.BoundaryYear}|{f.Area}|{(f.Value.IsKnown ? f.Value.Hundredths : null)}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))))[..16];
    }

    private static Task<List<KeyFigureVersion>> Open(DbContext db, Feed feed, CancellationToken cancel)
    {
        var versions = db.KeyFigureVersions;
        return versions
            .Where(v => v.Contract == feed.Contract && v.Supplier == feed.Supplier)
            .Where(v => v.ToVersion == KeyFigureVersion.Open).ToListAsync(cancel);
    }
}
