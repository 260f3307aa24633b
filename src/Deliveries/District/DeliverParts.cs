using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Brings each gemeente her part of a file that was found right, one after another, each in her own database. The
/// parts are cut anew from the same bytes at every attempt; what a gemeente already has is left alone.
/// </summary>
internal sealed class DeliverParts(
    IDbContextFactory<CatalogueDb> catalogues, ITenantScopes scopes, ReadDistrictFile read,
    FileDistrictOriginal receipts)
{
    /// <returns>Whether every gemeente has her part.</returns>
    public async Task<bool> Execute(DistrictFile row, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var parts = db.DistrictParts;
        var missing = parts.Where(p => p.File == row.Number && p.Delivery == null && !p.IsGone);
        var waiting = await missing.OrderBy(p => p.Tenant).ToListAsync(cancel);
        if (waiting.Count == 0)
            return true;
        using var fetched = await read.Execute(row, cancel);
        if (fetched?.Unscanned is not null)
            return false;
        if (fetched?.File is not { } file)
            // Another process brought the last part and set the file apart a moment ago.
            return !await missing.AnyAsync(cancel);
        var rows = await RowText.Read(file, TableSchema.Of(ContractName.PolitieWeekDistrict), cancel);
        var split = SplitByMunicipality.Of(rows.Csv, cancel);
        foreach (var part in waiting)
        {
            await Deliver(row, part, PartOf(file, part, split), cancel);
            await db.SaveChangesAsync(cancel);
        }
        return !await missing.AnyAsync(cancel);
    }

    private async Task Deliver(DistrictFile row, DistrictPart part, PartOfFile content, CancellationToken cancel)
    {
        try
        {
            await using var scope = await scopes.Open(TenantId.Parse(part.Tenant), cancel);
            var received = await scope.Get<ReceivePart>()
                .Execute(content, new Actor(row.Actor, "district"), cancel);
            (part.Delivery, part.IsRepeat) = received;
            if (part.Delivery is null)
                return;
            var receipt = await scope.Get<IssueReceipt>().Execute(part.Delivery.Value, part.IsRepeat, cancel);
            await receipts.Write(row, part.Tenant, receipt!.ToJson(), cancel);
        }
        catch (UnknownTenantException)
        {
            part.IsGone = true;
        }
    }

    private static PartOfFile PartOf(DeliveredFile file, DistrictPart part, SplitByMunicipality split)
    {
        var municipality = AreaCode.Parse(part.Tenant);
        var rows = split.Parts[municipality];
        var name = DistrictFileName.Read(file.FileName).Name!.PartFor(municipality);
        return new PartOfFile(file.Supplier, name, part.StoredName, rows.Text, ManifestOf(file, name, rows));
    }

    /// <summary>The supplier's order, on a manifest that is true of the part.</summary>
    private static string? ManifestOf(DeliveredFile file, string name, DistrictRows rows)
    {
        if (file.Manifest is not { } text || Manifest.Read(text).Manifest is not { } whole)
            return null;
        var part = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["contract"] = ContractName.PolitieWeekDistrict, ["file"] = name, ["bytes"] = rows.Text.Length,
            ["rows"] = rows.Count, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(rows.Text.Span)),
        };
        if (whole.Sequence is { } sequence)
            part["sequence"] = sequence;
        if (whole.ProducedAt is { } producedAt)
            part["producedAt"] = producedAt.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        return JsonSerializer.Serialize(part);
    }
}
