using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes the notes of deliveries whose row says more than their note. Under the tenant's lock, so that no older note
/// is written over a newer one; after the decision's commit, so that a note never tells what did not happen.
/// </summary>
internal sealed class NoteDelivery(TenantDb db, TenantFiles files, TenantChanges changes, FactHistory history)
{
    public async Task Outstanding(CancellationToken cancel)
    {
        var deliveries = db.Deliveries;
        if (!await deliveries.AnyAsync(d => !d.IsNoted, cancel))
            return;
        await using var change = await changes.Begin(cancel);
        foreach (var delivery in await deliveries.Where(d => !d.IsNoted).OrderBy(d => d.Number).ToListAsync(cancel))
        {
            await files.WriteNote(await Note(delivery, cancel), cancel);
            if (delivery.StoredIn == OriginalPlace.Gone)
                await files.DeleteOriginal(delivery.StoredName, cancel);
            delivery.IsNoted = true;
        }
        await change.Commit(cancel);
    }

    private async Task<DeliveryNote> Note(Delivery of, CancellationToken cancel)
    {
        var (weeks, findings, number) = (db.DeliveryWeeks, db.Findings, of.Number);
        var said = await weeks.AsNoTracking().Where(w => w.Delivery == number).OrderBy(w => w.Week).ToListAsync(cancel);
        var found = await findings.AsNoTracking().Where(f => f.Delivery == number).OrderBy(f => f.Ordinal)
            .ToListAsync(cancel);
        return new DeliveryNote
        {
            Mapping = await MappingOf(of, cancel),
            Number = number, Supplier = of.Supplier, Contract = of.Contract, FileName = of.FileName, Bytes = of.Bytes,
            Sha256 = of.Sha256, FirstWeek = of.FirstWeek, LastWeek = of.LastWeek, OrderKey = of.OrderKey,
            State = of.State, Rows = of.Rows, Sum = of.Sum, ReceivedAt = of.ReceivedAt, StoredName = of.StoredName,
            StoredIn = of.StoredIn, Manifest = of.Manifest, CountsFromVersion = of.CountsFromVersion,
            FindingCount = of.FindingCount, Decisions = await Decisions(of, cancel),
            WithdrawalAsked = of.WithdrawalAskedAt is { } asked ? new(asked, of.WithdrawalReason ?? "") : null,
            Weeks = [.. said.Select(w => new NotedWeek(
                w.Week, w.BoundaryYear, w.Total, w.Replaced, w.ReplacedTotal, w.TookEffect))],
            Counting = [.. (await history.Of(db, number, cancel)).Select(NotedChange.Of)],
            Findings = [.. found.Select(f => new NotedFinding(
                f.Line, f.Column, f.Code, f.Value, f.Rule, f.Sheet))],
        };
    }

    private async Task<NotedMapping?> MappingOf(Delivery of, CancellationToken cancel)
    {
        if (of is not { Mapping: { } name, MappingVersion: { } version })
            return null;
        var versions = db.MappingVersions;
        var row = await versions.AsNoTracking().SingleAsync(v => v.Name == name && v.Version == version, cancel);
        return Mapping.TryRead(row.Json, out var mapping, out var objection)
            ? new NotedMapping(name, version, row.SavedAt, row.SavedBy, mapping)
            : throw new InvalidOperationException($"Mapping '{name}' version {version}: {objection}");
    }

    /// <summary>The row knows the last decision; the note before it knows the others.</summary>
    private async Task<IReadOnlyList<NotedDecision>> Decisions(Delivery of, CancellationToken cancel)
    {
        var earlier = (await files.ReadNote(of.StoredName, cancel))?.Decisions ?? [];
        var last = new NotedDecision(of.State, of.DecidedAt, of.DecidedBy, of.Reason, of.StoredIn);
        return earlier.Count > 0 && earlier[^1] == last ? earlier : [.. earlier, last];
    }
}
