using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Loads the facts of noted deliveries from their originals, or, where an original is gone, from the copy of the
/// database that was; in the caller's transaction.
/// </summary>
internal sealed class LoadNotedFacts(
    ReadOriginal originals, CategoryStore categories, FactLedger ledger, DatabaseEngine engine, RememberCodes codes)
{
    /// <summary>Loaded here and not with the rest: before any fact is.</summary>
    internal const string Categories = "CategoryChange";

    private const string Facts = "Fact";
    private const string Groups = "DeliveryGroupTotal";
    private const string Delivery = "Delivery";

    /// <returns>The deliveries whose facts are nowhere any more.</returns>
    public async Task<IReadOnlySet<long>> Execute(
        TenantDb db, IReadOnlyList<DeliveryNote> notes, BackupFile? kept, CancellationToken cancel)
    {
        // Originals are checked again, against the tenant's own categories.
        if (kept is not null)
            await kept.Load(engine, db, new BackupRows(Categories, null, []), cancel);
        var lost = await LoadAll(db, notes, kept, cancel);
        await codes.Anew(
            db, notes.Where(n => n.HasFacts && !lost.Contains(n.Number)).GroupBy(n => n.Feed, n => n.Number), cancel);
        return lost;
    }

    private async Task<IReadOnlySet<long>> LoadAll(
        TenantDb db, IReadOnlyList<DeliveryNote> notes, BackupFile? kept, CancellationToken cancel)
    {
        var missing = new List<DeliveryNote>();
        foreach (var note in notes.Where(n => n.HasFacts))
            if (await originals.Execute(note, cancel) is CheckedWeeks check)
                await Load(db, note.Number, check, cancel);
            else
                missing.Add(note);
        if (missing.Count == 0 || kept is null)
            return missing.Select(n => n.Number).ToHashSet();
        var rows = kept.CountBy(Facts, Delivery);
        long[] found = [.. missing.Where(n => rows.GetValueOrDefault(n.Number) == n.Rows).Select(n => n.Number)];
        foreach (var table in (string[])[Facts, Groups])
            await kept.Load(engine, db, new BackupRows(table, Delivery, found.ToHashSet()), cancel);
        return missing.Select(n => n.Number).Except(found).ToHashSet();
    }

    private async Task Load(TenantDb db, long number, CheckedWeeks check, CancellationToken cancel)
    {
        await ledger.Add(db, number, check.Facts(), cancel);
        await engine.Insert(
            db,
            new BulkTable<GroupTotal>(Groups,
            [
                new(Delivery, Long: _ => number), new("Week", Integer: t => t.Week.Number),
                new("Group", Text: t => t.Group.Code), new("Total", Long: t => t.Total),
            ]),
            check.GroupTotals(await categories.Current(cancel)), cancel);
    }
}
