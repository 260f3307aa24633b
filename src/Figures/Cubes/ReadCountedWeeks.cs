using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Reads what counts at a version from a tenant's database. Everything read is either immutable or stamped with
/// versions, so that the answer holds for one version also when a delivery is accepted half way: no transaction.
/// </summary>
internal sealed class ReadCountedWeeks(TenantDb db)
{
    /// <summary>
    /// The contracts whose facts count as registered incidents, of all suppliers together. Contracts with another
    /// meaning (the police's own publication, key figures) are never added to these; they get a cube of their own.
    /// </summary>
    private static readonly string[] Contracts = ["politie-week"];

    /// <param name="version">The data version; later changes are not seen.</param>
    /// <param name="known">What was read before; only blocks not among it are read.</param>
    /// <param name="books">Code books of the tenant, extended with new codes.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<CountedWeeks> Read(
        long version, CountedWeeks known, CodeBooks books, CancellationToken cancel) =>
        await Read(version, await ReadHistory(version, cancel), known, books, cancel);

    /// <inheritdoc cref="Read(long, CountedWeeks, CodeBooks, CancellationToken)"/>
    public async Task<CountedWeeks> Read(
        long version, WeekHistory history, CountedWeeks known, CodeBooks books, CancellationToken cancel)
    {
        var counting = history.CountingAt(version);
        var horizon = await db.DetailHorizons.AsNoTracking().SingleOrDefaultAsync(cancel);
        var blocks = await Blocks(counting, StillRight(known, horizon), books, cancel);
        return new CountedWeeks(
            counting, [.. counting.Select(c => blocks[(c.Delivery, c.Week)])], history, books.Copy())
        {
            ForgottenAt = horizon?.Version ?? 0,
        };
    }

    /// <summary>The cells of spans; only those not among the known ones are read.</summary>
    public async Task<IReadOnlyDictionary<(long Delivery, IsoWeek Week), WeekBlock>> Blocks(
        IReadOnlyList<CountingSpan> spans, IEnumerable<WeekBlock> known, CodeBooks books, CancellationToken cancel)
    {
        var blocks = known.ToDictionary(b => (b.Delivery, b.Week));
        var unread = spans.Where(s => !blocks.ContainsKey((s.Delivery, s.Week))).Distinct();
        foreach (var delivery in unread.GroupBy(s => s.Delivery).ToList())
            foreach (var block in await ReadBlocks([.. delivery], books, cancel))
                blocks[(block.Delivery, block.Week)] = block;
        return blocks;
    }

    /// <summary>What was read before detail was forgotten may hold it, and is read again.</summary>
    private static IEnumerable<WeekBlock> StillRight(CountedWeeks known, DetailHorizon? horizon) =>
        horizon is null || horizon.Version == known.ForgottenAt
            ? known.Blocks
            : known.Blocks.Where(b => b.Week.Number >= horizon.Week);

    private async Task<WeekHistory> ReadHistory(long version, CancellationToken cancel)
    {
        var spans = await db.WeekVersions.AsNoTracking()
            .Where(v => Contracts.Contains(v.Contract) && v.FromVersion <= version)
            .Select(v => new { v.Contract, v.Supplier, v.Week, v.Delivery, v.BoundaryYear, v.FromVersion, v.ToVersion })
            .ToListAsync(cancel);
        var moments = await db.VersionMoments.AsNoTracking()
            .Where(m => m.Version <= version).OrderBy(m => m.Version)
            .Select(m => new { m.Version, m.At })
            .ToListAsync(cancel);
        return new WeekHistory(
            [
                .. spans.Select(s => new CountingSpan(
                    new Feed(s.Contract, s.Supplier), IsoWeek.FromNumber(s.Week), s.Delivery, s.BoundaryYear,
                    s.FromVersion, s.ToVersion)),
            ],
            [.. moments.Select(m => (m.Version, m.At))]);
    }

    private async Task<IEnumerable<WeekBlock>> ReadBlocks(
        IReadOnlyList<CountingSpan> spans, CodeBooks books, CancellationToken cancel)
    {
        var delivery = spans[0].Delivery;
        var (first, last) = (spans.Min(s => s.Week.Number), spans.Max(s => s.Week.Number));
        var cells = spans.ToDictionary(s => s.Week.Number, _ => new List<Cell>());
        var rows = db.Facts.AsNoTracking()
            .Where(f => f.Delivery == delivery && f.Week >= first && f.Week <= last)
            .Select(f => new { f.Week, f.Area, f.Category, f.Weekday, f.Daypart, f.Count })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
            if (row.Count > 0 && cells.TryGetValue(row.Week, out var week))
                week.Add(new Cell(
                    books.Areas.NumberOf(row.Area), books.Classes.NumberOf(row.Category),
                    Cell.SlotOf(row.Weekday, row.Daypart), checked((ushort)row.Count)));
        return spans.Select(s => new WeekBlock(s.Week, delivery, s.BoundaryYear, [.. cells[s.Week.Number]]));
    }
}
