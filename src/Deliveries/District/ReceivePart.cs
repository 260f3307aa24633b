using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>A gemeente's part of a district file, on its way to her.</summary>
/// <param name="Supplier">Who delivered the file.</param>
/// <param name="FileName">The part's own name.</param>
/// <param name="StoredName">Name it lies under with her; the same at every attempt.</param>
/// <param name="Text">Her rows with a header, and nothing else of the file.</param>
/// <param name="Manifest">A manifest of the part, where the file came with one.</param>
internal sealed record PartOfFile(
    string Supplier, string FileName, string StoredName, ReadOnlyMemory<byte> Text, string? Manifest);

/// <summary>
/// Receives a part in the database of the current tenant and waits for its outcome. Safe to repeat at any point: an
/// arrival under the part's stored name is the part.
/// </summary>
internal sealed class ReceivePart(TenantDb db, TenantFiles files, TenantChanges changes, SettleArrivals settle)
{
    public async Task<(long? Delivery, bool IsRepeat)> Execute(
        PartOfFile part, Actor actor, CancellationToken cancel)
    {
        var number = await Claim(part, actor, cancel);
        await settle.Execute(number, cancel);
        var arrivals = db.Arrivals;
        var arrival = await arrivals.AsNoTracking().SingleAsync(a => a.Number == number, cancel);
        return (arrival.Delivery, arrival.IsRepeat);
    }

    private async Task<long> Claim(PartOfFile part, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var found = await arrivals.Where(a => a.StoredName == part.StoredName).Select(a => (long?)a.Number)
            .SingleOrDefaultAsync(cancel);
        if (found is { } number)
            return number;
        // Under the tenant's lock, and before the row: a row always has its file.
        await files.Write(TenantPlace.Incoming, part.StoredName, part.Text, cancel);
        if (part.Manifest is not null)
            await files.Write(
                TenantPlace.Incoming, part.StoredName + Manifest.Suffix, Encoding.UTF8.GetBytes(part.Manifest), cancel);
        var last = await arrivals.MaxAsync(a => (long?)a.Number, cancel) ?? 0;
        arrivals.Add(new Arrival
        {
            Number = last + 1, Supplier = part.Supplier, FileName = part.FileName, StoredName = part.StoredName,
            HasManifest = part.Manifest is not null, FoundAt = change.At, Actor = actor.Name, Origin = actor.Origin,
        });
        await change.Commit(cancel);
        return last + 1;
    }
}
