using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Deals with district files, oldest first: judged as a whole outside any lock, decided in one transaction of the
/// catalogue, then delivered part by part. A process killed at any point leaves rows from which the next goes on.
/// </summary>
[PlatformJob]
public sealed class SettleDistrictFiles
{
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly DecideDistrictFile _decide;
    private readonly DeliverParts _deliver;
    private readonly FileDistrictOriginal _original;

    internal SettleDistrictFiles(
        IDbContextFactory<CatalogueDb> catalogues, DecideDistrictFile decide, DeliverParts deliver,
        FileDistrictOriginal original) =>
        (_catalogues, _decide, _deliver, _original) = (catalogues, decide, deliver, original);

    /// <summary>As a job, or at once.</summary>
    public async Task Execute(CancellationToken cancel)
    {
        foreach (var number in await Unsettled(cancel))
            await Settle(number, cancel);
    }

    private async Task<List<long>> Unsettled(CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var files = db.DistrictFiles;
        return await files.Where(f => !f.IsFiled).OrderBy(f => f.Number).Select(f => f.Number).ToListAsync(cancel);
    }

    private async Task Settle(long number, CancellationToken cancel)
    {
        var file = await Get(number, cancel);
        if (file.State == DistrictState.Waiting)
        {
            await _decide.Execute(file, cancel);
            file = await Get(number, cancel);
        }

        // What waits to be scanned stays as it is, and is looked at again within a minute.
        if (file.State == DistrictState.Waiting
            || (file.State == DistrictState.Splitting && !await _deliver.Execute(file, cancel)))
            return;
        await Close(file, cancel);
    }

    /// <summary>Receipt and original first, the row last: until then it is found again.</summary>
    private async Task Close(DistrictFile file, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var (files, findings) = (db.DistrictFiles, db.DistrictFindings);
        if (file.State == DistrictState.Refused)
        {
            var found = await findings.Where(f => f.File == file.Number).OrderBy(f => f.Ordinal).ToListAsync(cancel);
            await _original.WriteRefusal(file, found.Select(f => f.ToFinding()), cancel);
        }

        await _original.SetApart(file, cancel);
        var state = file.State == DistrictState.Splitting ? DistrictState.Split : file.State;
        await files.Where(f => f.Number == file.Number).ExecuteUpdateAsync(
            f => f.SetProperty(x => x.State, state).SetProperty(x => x.IsFiled, true), cancel);
    }

    private async Task<DistrictFile> Get(long number, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var files = db.DistrictFiles;
        return await files.AsNoTracking().SingleAsync(f => f.Number == number, cancel);
    }
}
