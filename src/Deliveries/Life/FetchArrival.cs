using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Brings an arrival's file to this machine and asks whether it is harmful; outside the tenant's lock, because both may
/// take long. A file that is too large is not read at all.
/// </summary>
internal sealed class FetchArrival(TenantDb db, TenantFiles files, JudgeDelivery judge, ScanFile scan)
{
    /// <summary>The next one whose turn it is, passing over suppliers whose earlier file waits.</summary>
    public async Task<Arrival?> Next(long upTo, IReadOnlyList<string> waiting, CancellationToken cancel)
    {
        var arrivals = db.Arrivals;
        return await arrivals.AsNoTracking()
            .Where(a => a.State == ArrivalState.Waiting && a.Number <= upTo && !waiting.Contains(a.Supplier))
            .OrderBy(a => a.Number).FirstOrDefaultAsync(cancel);
    }

    public async Task<FetchedArrival> Execute(Arrival arrival, CancellationToken cancel)
    {
        if (!await IncomingFile.Take(files, arrival, cancel)
            || await files.Look(TenantPlace.Incoming, arrival.StoredName, cancel) is not { } stored)
            return new FetchedArrival(null, null);
        var manifest = await files.ReadAll(TenantPlace.Incoming, arrival.ManifestName, cancel);
        var file = await judge.Recognise(
            new DeliveredFile(arrival.Supplier, arrival.FileName, "", stored.Bytes, "", manifest)
            {
                Grant = await GrantOf(arrival, cancel),
            },
            cancel);
        if (await judge.IsTooLarge(file, cancel))
            return new FetchedArrival(file, null);
        var local = await files.Read(TenantPlace.Incoming, arrival.StoredName, cancel);
        if (local is null)
            return new FetchedArrival(null, null);
        try
        {
            return await Scanned(file, local, arrival, cancel);
        }
        catch
        {
            local.Dispose();
            throw;
        }
    }

    private async Task<FetchedArrival> Scanned(
        DeliveredFile file, LocalFile local, Arrival arrival, CancellationToken cancel)
    {
        var verdict = await scan.Execute(
            new ScanQuestion(local.Path, stop => files.Labels(TenantPlace.Incoming, arrival.StoredName, stop)), cancel);
        return new FetchedArrival(
            file with
            {
                Path = local.Path,
                Bytes = local.Bytes,
                Sha256 = await Hash(local.Path, cancel),
                Malware = (verdict as ScanVerdict.Infected)?.Name,
            },
            local)
        {
            Unscanned = verdict as ScanVerdict.Unknown,
        };
    }

    private async Task<UploadGrant?> GrantOf(Arrival arrival, CancellationToken cancel)
    {
        if (arrival.Grant is not { } id)
            return null;
        var grants = db.UploadGrants;
        return await grants.AsNoTracking().SingleAsync(g => g.Id == id, cancel);
    }

    private static async Task<string> Hash(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }
}

/// <summary>An arrival's file as it can be judged.</summary>
/// <param name="File">Null when it is gone.</param>
/// <param name="Local">Its bytes on this machine; null when it is gone or too large.</param>
internal sealed record FetchedArrival(DeliveredFile? File, LocalFile? Local) : IDisposable
{
    /// <summary>Why it must wait unread, or null.</summary>
    public ScanVerdict.Unknown? Unscanned { get; init; }

    public void Dispose() => Local?.Dispose();
}
