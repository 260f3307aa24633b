using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Loads from their originals the deliveries that count in books of their own: key figures and what the police publish.
/// They count from now on; since when they counted before, no note tells.
/// </summary>
internal sealed class LoadOtherBooks(ReadOriginal originals, Contracts contracts)
{
    /// <returns>The originals that could not be read.</returns>
    public async Task<IReadOnlyList<ArchiveObjection>> Execute(
        AuditedChange<TenantDb> change, IReadOnlyList<DeliveryNote> notes, CancellationToken cancel)
    {
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
