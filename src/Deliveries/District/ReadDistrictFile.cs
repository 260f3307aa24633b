using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Brings a district file that was taken in to this machine, and asks whether it is harmful. One that is too large is
/// not read.
/// </summary>
internal sealed class ReadDistrictFile(PlatformFiles files, ScanFile scan)
{
    /// <returns>Null when it is gone.</returns>
    public async Task<FetchedArrival?> Execute(DistrictFile row, CancellationToken cancel)
    {
        if (await files.Look(PlatformPlace.DistrictIncoming, row.StoredName, cancel) is not { } stored)
            return null;
        var manifest = await files.ReadAll(PlatformPlace.DistrictIncoming, row.ManifestName, cancel);
        var file = new DeliveredFile(row.Supplier, row.FileName, "", stored.Bytes, row.Sha256, manifest);
        if (stored.Bytes > Agreement.DefaultSizeLimit)
            return new FetchedArrival(file, null);
        if (await files.Read(PlatformPlace.DistrictIncoming, row.StoredName, cancel) is not { } local)
            return null;
        try
        {
            var verdict = await scan.Execute(
                new ScanQuestion(
                    local.Path, stop => files.Labels(PlatformPlace.DistrictIncoming, row.StoredName, stop)),
                cancel);
            return new FetchedArrival(
                file with { Path = local.Path, Malware = (verdict as ScanVerdict.Infected)?.Name }, local)
            {
                Unscanned = verdict as ScanVerdict.Unknown,
            };
        }
        catch
        {
            local.Dispose();
            throw;
        }
    }
}
