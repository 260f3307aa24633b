using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Delivers a file for several gemeenten as if it had been dropped, and waits for the outcome.</summary>
public sealed class SubmitDistrictFile
{
    private readonly ClaimDistrictFile _claim;
    private readonly SettleDistrictFiles _settle;
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly PlatformFiles _files;

    internal SubmitDistrictFile(
        ClaimDistrictFile claim, SettleDistrictFiles settle, IDbContextFactory<CatalogueDb> catalogues,
        PlatformFiles files) => (_claim, _settle, _catalogues, _files) = (claim, settle, catalogues, files);

    /// <param name="supplier">On whose behalf.</param>
    /// <param name="path">The file; a manifest beside it comes along.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="cancel">Stops waiting; a file already claimed is still dealt with.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public async Task<DistrictOutcome> Execute(
        SupplierCode supplier, string path, Actor actor, CancellationToken cancel)
    {
        var stored = $"{Guid.CreateVersion7():N}";
        await CopyIn(path, stored, cancel);
        if (File.Exists(path + Manifest.Suffix))
            await CopyIn(path + Manifest.Suffix, stored + Manifest.Suffix, cancel);
        var number = await _claim.Submitted(supplier, Path.GetFileName(path), stored, actor, cancel);
        await _settle.Execute(cancel);
        return await Outcome(number, cancel);
    }

    private async Task CopyIn(string path, string stored, CancellationToken cancel)
    {
        await using var source = File.OpenRead(path);
        await _files.Write(PlatformPlace.DistrictIncoming, stored, source, cancel);
    }

    private async Task<DistrictOutcome> Outcome(long number, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var (files, parts, findings) = (db.DistrictFiles, db.DistrictParts, db.DistrictFindings);
        var file = await files.AsNoTracking().SingleAsync(f => f.Number == number, cancel);
        var found = await findings.AsNoTracking().Where(f => f.File == number).OrderBy(f => f.Ordinal)
            .ToListAsync(cancel);
        var received = await parts.AsNoTracking().Where(p => p.File == number && p.Delivery != null)
            .OrderBy(p => p.Tenant).ToListAsync(cancel);
        return new DistrictOutcome(number, file.State)
        {
            FindingCount = file.FindingCount, Findings = [.. found.Select(f => f.ToFinding())],
            Parts = [.. received.Select(p => new ReceivedPart(p.Tenant, p.Delivery!.Value, p.IsRepeat))],
        };
    }
}

/// <summary>What a district file became, as the platform and its supplier may know it.</summary>
/// <param name="Number">Its number on the platform.</param>
/// <param name="State">Split, or refused.</param>
public sealed record DistrictOutcome(long Number, DistrictState State)
{
    /// <summary>All findings, also those beyond the 1,000 that are kept.</summary>
    public required long FindingCount { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The gemeenten that have their part, and the number it has with each.</summary>
    public required IReadOnlyList<ReceivedPart> Parts { get; init; }
}

/// <summary>A part as its gemeente received it.</summary>
public sealed record ReceivedPart(string Tenant, long Delivery, bool IsRepeat);
