using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Deals with the current tenant's arrivals, oldest first, each in one transaction under the tenant's lock: whichever
/// process holds the lock takes the next one, so the order of arrival holds over jobs and processes alike.
/// </summary>
public sealed class SettleArrivals
{
    /// <summary>
    /// After this many failures that are ours, not the environment's, an arrival is refused as not checkable.
    /// </summary>
    private const int Patience = 3;

    private readonly TenantChanges _changes;
    private readonly ReceiveDelivery _receive;
    private readonly FileOriginal _file;
    private readonly CubeStore _cubes;

    internal SettleArrivals(TenantChanges changes, ReceiveDelivery receive, FileOriginal file, CubeStore cubes) =>
        (_changes, _receive, _file, _cubes) = (changes, receive, file, cubes);

    /// <param name="upTo">Everything up to and including this arrival is dealt with on return.</param>
    public async Task Execute(long upTo, CancellationToken cancel)
    {
        while (await DecideNext(upTo, cancel) is { } decided)
        {
            await _cubes.RefreshIfLoaded(cancel);
            await _file.Execute(decided, cancel);
        }
        await FileLeftovers(upTo, cancel);
    }

    private async Task<long?> DecideNext(long upTo, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var next = await arrivals.Where(a => a.State == ArrivalState.Waiting && a.Number <= upTo)
            .OrderBy(a => a.Number).FirstOrDefaultAsync(cancel);
        if (next is null)
            return null;
        try
        {
            await _receive.Execute(change, next, cancel);
            await change.Commit(cancel);
            return next.Number;
        }
        catch (Exception failure) when (
            failure is not (OperationCanceledException or IOException) && !failure.IsDatabaseTrouble())
        {
            // Not the disk and not the database: trying for ever would keep every later file waiting.
            await change.DisposeAsync();
            await CountFailure(next.Number, cancel);
            throw;
        }
    }

    private async Task CountFailure(long number, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var arrival = await arrivals.SingleAsync(a => a.Number == number, cancel);
        if (++arrival.Failures >= Patience)
            await _receive.GiveUp(change, arrival, cancel);
        await change.Commit(cancel);
    }

    /// <summary>What an earlier process decided and did not get to file.</summary>
    private async Task FileLeftovers(long upTo, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var left = await arrivals.Where(a => a.State == ArrivalState.Decided && a.Number <= upTo)
            .OrderBy(a => a.Number).Select(a => a.Number).ToListAsync(cancel);
        await change.DisposeAsync();
        foreach (var number in left)
            await _file.Execute(number, cancel);
    }
}
