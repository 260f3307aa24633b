using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Makes the deliveries of a tenant again in an empty database: the same numbers and states, the same facts, counting
/// from the same data versions and moments on.
/// </summary>
internal sealed class FoldNotes(
    TenantChanges changes, CheckArchive check, LoadNotedFacts load, LoadTheRest rest, FactHistory history)
{
    public async Task<FoldedArchive> Execute(EmptyDatabase empty, CancellationToken cancel)
    {
        // Looked at again: until the tenant was closed a delivery could still come in.
        var archive = await check.Execute(cancel);
        await using var change = await changes.Begin(cancel);
        var lost = await load.Execute(change.Db, archive.Notes, empty.Kept, cancel);
        foreach (var note in archive.Notes)
            Add(change.Db, note, lost.Contains(note.Number));
        var counted = archive.Notes.Where(n => n.IsWeekly)
            .SelectMany(n => n.Counting.Select(c => (n.Feed, n.Number, Change: Kept(c.ToChange(), n, lost)))).ToList();
        var last = history.Write(change.Db, counted);
        await change.Db.RaiseVersionAbove(last, cancel);
        var unread = await rest.Execute(change, archive.Notes, empty.Kept, cancel);
        await change.Commit(cancel);
        return new FoldedArchive(
            archive.Notes.Count, LostWeeks(archive.Notes, lost), [.. archive.Objections, .. unread]);
    }

    /// <summary>A delivery whose facts are lost counts for nothing: not known is not zero.</summary>
    private static CountingChange Kept(CountingChange change, DeliveryNote note, IReadOnlySet<long> lost) =>
        lost.Contains(note.Number)
            ? change with { Counting = [], Silent = [.. change.Counting.Select(c => c.Week), .. change.Silent] }
            : change;

    private static void Add(TenantDb db, DeliveryNote note, bool isLost)
    {
        var (decided, deliveries, weeks, findings) =
            (note.Decisions[^1], db.Deliveries, db.DeliveryWeeks, db.Findings);
        deliveries.Add(new Delivery
        {
            Number = note.Number, Supplier = note.Supplier, Contract = note.Contract, FileName = note.FileName,
            Mapping = note.Mapping?.Name, MappingVersion = note.Mapping?.Version,
            Bytes = note.Bytes, Sha256 = note.Sha256, FirstWeek = note.FirstWeek, LastWeek = note.LastWeek,
            OrderKey = note.OrderKey, State = isLost ? DeliveryState.Destroyed : note.State, Rows = note.Rows,
            Sum = note.Sum, FindingCount = note.FindingCount, ReceivedAt = note.ReceivedAt, DecidedAt = decided.At,
            WithdrawalAskedAt = note.WithdrawalAsked?.At, WithdrawalReason = note.WithdrawalAsked?.Reason,
            DecidedBy = decided.By, StoredName = note.StoredName, Manifest = note.Manifest,
            Reason = isLost ? "het origineel ontbrak toen de gegevens opnieuw werden opgebouwd" : decided.Reason,
            StoredIn = isLost ? OriginalPlace.Gone : note.StoredIn, CountsFromVersion = note.CountsFromVersion,
            // The note is where this comes from; only what was lost makes it say too much.
            IsNoted = !isLost,
        });
        weeks.AddRange(note.Weeks.Select(w => new DeliveryWeek
        {
            Delivery = note.Number, Week = w.Week, BoundaryYear = w.BoundaryYear, Total = w.Total,
            Replaced = w.Replaced, ReplacedTotal = w.ReplacedTotal, TookEffect = w.TookEffect,
        }));
        findings.AddRange(note.Findings.Select((f, at) => FindingRow.Of(
            note.Number, at, new Finding(f.Line, f.Column, f.Code, f.Value, f.Rule) { Sheet = f.Sheet })));
    }

    /// <summary>Weeks that counted to the end and are not there now.</summary>
    private static IReadOnlyList<IsoWeek> LostWeeks(IReadOnlyList<DeliveryNote> notes, IReadOnlySet<long> lost)
    {
        var last = new Dictionary<(Feed, int), (long Version, long? Delivery)>();
        foreach (var note in notes.Where(n => n.IsWeekly))
            foreach (var change in note.Counting)
            {
                foreach (var week in change.Silent)
                    Later((note.Feed, week), change.Version, null);
                foreach (var week in change.Weeks)
                    Later((note.Feed, week.Week), change.Version, note.Number);
            }
        return
        [
            .. last.Where(l => l.Value.Delivery is { } number && lost.Contains(number))
                .Select(l => IsoWeek.FromNumber(l.Key.Item2)).Distinct().Order(),
        ];

        void Later((Feed, int) week, long version, long? delivery)
        {
            if (!last.TryGetValue(week, out var now) || now.Version < version)
                last[week] = (version, delivery);
        }
    }
}

/// <summary>What became of an archive.</summary>
/// <param name="Deliveries">Deliveries made again.</param>
/// <param name="LostWeeks">Weeks that counted before and are not delivered now.</param>
/// <param name="Objections">What was missing or damaged.</param>
internal sealed record FoldedArchive(
    int Deliveries, IReadOnlyList<IsoWeek> LostWeeks, IReadOnlyList<ArchiveObjection> Objections);
