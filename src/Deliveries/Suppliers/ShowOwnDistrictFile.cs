using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>One of a supplier's own files for several gemeenten, and the part that each of them got.</summary>
public sealed class ShowOwnDistrictFile(IDbContextFactory<CatalogueDb> catalogues)
{
    /// <returns>Null when there is none with this number, or it is another supplier's.</returns>
    public async Task<OwnDistrictFile?> Execute(SupplierReach reach, long number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (files, parts, findings) = (db.DistrictFiles, db.DistrictParts, db.DistrictFindings);
        var file = await files.AsNoTracking().SingleOrDefaultAsync(f => f.Number == number, cancel);
        if (file is null || !reach.Agreements.Any(a => a.IsDistrict && a.Supplier.Code == file.Supplier))
            return null;
        var found = await findings.AsNoTracking().Where(f => f.File == number).OrderBy(f => f.Ordinal)
            .ToListAsync(cancel);
        var received = await parts.AsNoTracking().Where(p => p.File == number && p.Delivery != null)
            .OrderBy(p => p.Tenant).ToListAsync(cancel);
        return new OwnDistrictFile
        {
            Number = number, FileName = file.FileName, State = file.State, ReceivedAt = file.FoundAt,
            Bytes = file.Bytes, Sha256 = file.Sha256, Rows = file.Rows, FindingCount = file.FindingCount,
            Findings = [.. found.Select(f => f.ToFinding())],
            Parts =
            [
                .. received.Where(p => reach.Agreements.Any(a => a.Tenant.Code == p.Tenant))
                    .Select(p => new ReceivedPart(p.Tenant, p.Delivery!.Value, p.IsRepeat)),
            ],
        };
    }
}

/// <summary>A file for several gemeenten, as its supplier sees it.</summary>
public sealed record OwnDistrictFile
{
    /// <summary>Its number on the platform.</summary>
    public required long Number { get; init; }

    public required string FileName { get; init; }

    public required DistrictState State { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    public required long Rows { get; init; }

    public required long FindingCount { get; init; }

    /// <summary>The first 1,000.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The gemeenten in reach that have their part, and the number it has with each.</summary>
    public required IReadOnlyList<ReceivedPart> Parts { get; init; }
}
