using System.Text;
using System.Text.Json;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Sets a district file apart once it is dealt with, and writes what its supplier gets back. The whole file is kept
/// fourteen days and no longer: each gemeente has her own rows, and the platform has no business with all of them.
/// </summary>
internal sealed class FileDistrictOriginal(PlatformFiles files)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task SetApart(DistrictFile file, CancellationToken cancel)
    {
        await files.Delete(PlatformPlace.DistrictIncoming, file.ManifestName, cancel);
        await files.SetApart(file.StoredName, cancel);
    }

    /// <summary>The receipt of a refused file: every finding, for its supplier alone.</summary>
    public Task WriteRefusal(DistrictFile file, IEnumerable<Finding> findings, CancellationToken cancel)
    {
        var receipt = new
        {
            nummer = file.Number, leverancier = file.Supplier, contract = ContractName.PolitieWeekDistrict,
            bestand = file.FileName, bytes = file.Bytes, sha256 = file.Sha256, rijen = file.Rows,
            uitkomst = DeliveryWords.Of(DeliveryState.Refused), ontvangen = file.FoundAt,
            aantalBevindingen = file.FindingCount,
            bevindingen = findings.Select(f => new ReceiptFinding(f.Line, f.Column, f.Code, f.Value, f.Rule)
            {
                Sheet = f.Sheet.Length == 0 ? null : f.Sheet,
            }),
        };
        return Write(file, null, JsonSerializer.Serialize(receipt, Form), cancel);
    }

    /// <summary>Writes a receipt beside the drop folder: of a gemeente's part, or of the file.</summary>
    public async Task Write(DistrictFile file, string? tenant, string json, CancellationToken cancel)
    {
        var folder = file.Supplier == SupplierCode.Police.Code ? "" : file.Supplier + "/";
        var name = file.FileName + (tenant is null ? "" : "." + tenant) + DropFolder.ReceiptSuffix;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(json));
        await files.Write(PlatformPlace.DistrictDrop, folder + Path.GetFileName(name), content, cancel);
    }
}
