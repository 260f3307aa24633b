using System.Text.Json;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Sets a district file apart once it is dealt with, and writes what its supplier gets back. The whole file is kept
/// fourteen days and no longer: each gemeente has her own rows, and the platform has no business with all of them.
/// </summary>
internal sealed class FileDistrictOriginal(DataFolder data, TimeProvider time)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void SetApart(DistrictFile file)
    {
        File.Delete(Path.Combine(data.DistrictIncoming, file.ManifestName));
        var from = Path.Combine(data.DistrictIncoming, file.StoredName);
        if (!File.Exists(from))
            return;
        var to = Path.Combine(data.PlatformQuarantine, file.StoredName);
        File.Move(from, to, overwrite: true);
        // Its age counts from now, whatever time the supplier's copy carried.
        File.SetLastWriteTimeUtc(to, time.GetUtcNow().UtcDateTime);
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
        var folder = Path.Combine(data.DistrictDrop, file.Supplier == SupplierCode.Police.Code ? "" : file.Supplier);
        Directory.CreateDirectory(folder);
        var name = file.FileName + (tenant is null ? "" : "." + tenant) + DropFolder.ReceiptSuffix;
        var path = Path.Combine(folder, Path.GetFileName(name));
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        await File.WriteAllTextAsync(temporary, json, cancel);
        File.Move(temporary, path, overwrite: true);
    }
}
