using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Deals with the current tenant's arrivals, oldest first, each in one transaction under the tenant's lock: no process
/// goes on to the next one before this one is decided, so the order of arrival holds over jobs and processes alike.
/// </summary>
public sealed class SettleArrivals
{
    /// <summary>
    /// After this many failures that are ours, not the environment's, an arrival is refused as not checkable.
    /// </summary>
    private const int Patience = 3;

    private readonly TenantChanges _changes;
    private readonly FetchArrival _fetch;
    private readonly WaitForScan _wait;
    private readonly ReceiveDelivery _receive;
    private readonly FileDecided _file;

    internal SettleArrivals(
        TenantChanges changes, FetchArrival fetch, WaitForScan wait, ReceiveDelivery receive, FileDecided file) =>
        (_changes, _fetch, _wait, _receive, _file) = (changes, fetch, wait, receive, file);

    /// <param name="upTo">
    /// Everything up to and including this arrival is dealt with on return, except what waits to be scanned and what
    /// the same suppliers sent after it.
    /// </param>
    public async Task Execute(long upTo, CancellationToken cancel)
    {
        var waiting = new List<string>();
        while (await _fetch.Next(upTo, waiting, cancel) is { } next)
            if (!await Settle(next, cancel))
                waiting.Add(next.Supplier);
        await FileLeftovers(upTo, cancel);
    }

    /// <returns>False when it must wait.</returns>
    private async Task<bool> Settle(Arrival next, CancellationToken cancel)
    {
        FetchedArrival? fetched = null;
        try
        {
            fetched = await _fetch.Execute(next, cancel);
            if (fetched.Unscanned is { } unscanned)
            {
                await _wait.Execute(next, unscanned, cancel);
                return false;
            }
            if (await Decide(next.Number, fetched.File, cancel))
                await _file.Execute(next, cancel);
            return true;
        }
        catch (Exception failure) when (
            failure is not (OperationCanceledException or IOException) && !failure.IsDatabaseTrouble())
        {
            // Not the disk and not the database: trying for ever would keep every later file waiting.
            await CountFailure(next.Number, fetched?.File, cancel);
            throw;
        }
        finally
        {
            fetched?.Dispose();
        }
    }

    /// <returns>False when another process decided on it in the meantime.</returns>
    private async Task<bool> Decide(long number, DeliveredFile? file, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var arrival = await arrivals.SingleAsync(a => a.Number == number, cancel);
        if (arrival.State != ArrivalState.Waiting)
            return false;
        await _receive.Execute(change, arrival, file, cancel);
        await change.Commit(cancel);
        return true;
    }

    private async Task CountFailure(long number, DeliveredFile? file, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var arrival = await arrivals.SingleAsync(a => a.Number == number, cancel);
        if (arrival.State == ArrivalState.Waiting && ++arrival.Failures >= Patience)
            await _receive.GiveUp(change, arrival, file, cancel);
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
            await _file.Original(number, cancel);
    }
}

/// <summary>What follows a decision on an arrival: this process's figures, original, note and receipt.</summary>
internal sealed class FileDecided(CubeStore cubes, FileOriginal file, IngestMeter meter, ICurrentTenant current)
{
    public async Task Execute(Arrival arrival, CancellationToken cancel)
    {
        await cubes.RefreshIfLoaded(cancel);
        meter.Decided(current.Tenant.Id, arrival.FoundAt);
        await Original(arrival.Number, cancel);
    }

    public Task Original(long arrival, CancellationToken cancel) => file.Execute(arrival, cancel);
}
