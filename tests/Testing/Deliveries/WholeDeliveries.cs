using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>What must hold of a tenant's store after every fault.</summary>
public sealed class WholeDeliveries(TestPlatform platform, TenantId tenant)
{
    /// <summary>Deliveries of which some rows are stored but not all, or rows that belong to none.</summary>
    public async Task<IReadOnlyList<string>> Parts(CancellationToken cancel)
    {
        await using var scope = await platform.Open(tenant, cancel);
        var db = scope.Get<TenantDb>();
        var (facts, deliveries) = (db.Facts, db.Deliveries);
        // Each is one statement, so that it sees one state of the database.
        var torn = await deliveries.AsNoTracking()
            .Where(d => facts.Count(f => f.Delivery == d.Number) != (d.State == DeliveryState.Accepted ? d.Rows : 0))
            .Select(d => d.Number).ToListAsync(cancel);
        var lost = await facts.CountAsync(f => !deliveries.Any(d => d.Number == f.Delivery), cancel);
        var parts = torn.Select(n => $"delivery {n} is stored in part").ToList();
        if (lost > 0)
            parts.Add($"{lost} rows belong to no delivery");
        return parts;
    }

    /// <summary>Whether every file is dealt with, its original filed and its receipt written.</summary>
    public async Task<bool> AreSettled(CancellationToken cancel)
    {
        await using var scope = await platform.Open(tenant, cancel);
        var arrivals = scope.Get<TenantDb>().Arrivals;
        return await arrivals.AllAsync(a => a.State == ArrivalState.Settled, cancel);
    }

    /// <summary>Files missing from the archive or changed in it, and files left where none should be.</summary>
    public async Task<IReadOnlyList<string>> Misfiled(CancellationToken cancel)
    {
        await using var scope = await platform.Open(tenant, cancel);
        var (files, deliveries) = (scope.Get<TenantFiles>(), scope.Get<TenantDb>().Deliveries);
        var kept = await deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Accepted)
            .ToDictionaryAsync(d => d.StoredName, d => d.Sha256, cancel);
        var archive = Directory.GetFiles(files.Folder(TenantPlace.Archive))
            .Where(path => !path.EndsWith(DeliveryNote.Suffix, StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileName(path), Hash);
        return
        [
            .. kept.Where(k => archive.GetValueOrDefault(k.Key) != k.Value).Select(k => $"not archived: {k.Key}"),
            .. archive.Keys.Except(kept.Keys).Select(name => $"archived without a delivery: {name}"),
            .. Directory.GetFiles(files.Folder(TenantPlace.Incoming)).Select(path => $"left in incoming: {path}"),
            .. Directory.GetFiles(files.Folder(TenantPlace.Drop)).Where(path => !path.EndsWith(
                DropFolder.ReceiptSuffix, StringComparison.Ordinal)).Select(path => $"left in drop: {path}"),
        ];
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
