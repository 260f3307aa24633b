using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Loads what notes do not tell: settings, files that wait, and books beside the weekly facts (key figures, what the
/// police publish). From the old database where it could still be read, as it was; otherwise the books alone, from the
/// originals, counting from now on, and the mappings that made them, as drafts.
/// </summary>
internal sealed class LoadTheRest(DatabaseEngine engine, ReadOriginal originals, Contracts contracts)
{
    /// <summary>Made from notes and originals, or begun anew; of the rest the old rows are kept.</summary>
    private static readonly string[] MadeHere =
    [
        "Delivery", "FeedCode", "DeliveryWeek", "DeliveryGroupTotal", "Finding", "Fact", "WeekVersion", "VersionMoment",
        "DataVersion", "AuditLine", LoadNotedFacts.Categories,
    ];

    /// <returns>The originals that could not be read.</returns>
    public async Task<IReadOnlyList<ArchiveObjection>> Execute(
        AuditedChange<TenantDb> change, IReadOnlyList<DeliveryNote> notes, BackupFile? kept, CancellationToken cancel)
    {
        if (kept is null)
            return await LoadBooks(change, notes, cancel);
        foreach (var table in kept.Manifest.Tables.Select(t => t.Table.Name).Except(MadeHere, StringComparer.Ordinal))
            await kept.Load(engine, change.Db, new BackupRows(table, null, []), cancel);
        return [];
    }

    private async Task<IReadOnlyList<ArchiveObjection>> LoadBooks(
        AuditedChange<TenantDb> change, IReadOnlyList<DeliveryNote> notes, CancellationToken cancel)
    {
        LoadNotedMappings.Execute(change.Db, notes);
        // Loading asks the database which deliveries there are.
        await change.Db.SaveChangesAsync(cancel);
        var (unread, deliveries) = (new List<ArchiveObjection>(), change.Db.Deliveries);
        foreach (var note in notes.Where(n => n.CountsElsewhere))
        {
            if (await originals.Execute(note, cancel) is not { } check)
            {
                unread.Add(new ArchiveObjection(note.Number, note.FileName, "het origineel is niet opnieuw te lezen"));
                continue;
            }
            var delivery = await deliveries.SingleAsync(d => d.Number == note.Number, cancel);
            await contracts.Get(note.Contract!).Load(change, delivery, check, cancel);
            await change.Db.SaveChangesAsync(cancel);
        }
        return unread;
    }
}
