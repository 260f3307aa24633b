using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>A file lying in a drop zone.</summary>
/// <param name="Name">Name within the drop zone, with the supplier's folder in front where there is one.</param>
/// <param name="Supplier">Whose folder it lies in; the plain folder is the police's.</param>
/// <param name="Bytes">Size at this look.</param>
/// <param name="ChangedAt">Last write in UTC at this look.</param>
/// <param name="HasManifest">Whether its manifest lies beside it.</param>
/// <param name="Tag">Tells it from all that had this name before or will have it; null on disk.</param>
internal sealed record DropFile(
    string Name, string Supplier, long Bytes, DateTime ChangedAt, bool HasManifest, string? Tag)
{
    public string FileName => Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>Tells what lies in a drop zone, and in its suppliers' folders one level down, that is a delivery.</summary>
internal static class DropFolder
{
    public const string ManifestSuffix = ".manifest.json";
    public const string ReceiptSuffix = ".ontvangst.json";

    /// <summary>
    /// Copying programs write under a temporary name first; manifests and receipts are not deliveries.
    /// </summary>
    private static readonly string[] NoDeliveries =
        [".tmp", ".part", ".partial", ".filepart", ".crdownload", ManifestSuffix, ReceiptSuffix];

    /// <summary>Deliverable files, oldest first, then by name.</summary>
    public static IReadOnlyList<DropFile> Deliverable(IReadOnlyList<StoredFile> files)
    {
        var names = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var found = new List<DropFile>();
        foreach (var file in files)
            if (SupplierOf(file.Name) is { } supplier)
                found.Add(new DropFile(
                    file.Name, supplier, file.Bytes, file.ChangedAt, names.Contains(file.Name + ManifestSuffix),
                    file.Tag));
        return [.. found.OrderBy(f => f.ChangedAt).ThenBy(f => f.Name, StringComparer.Ordinal)];
    }

    private static string? SupplierOf(string name) => name.Split('/') switch
    {
        [var file] when IsDeliverable(file) => SupplierCode.Police.Code,
        [var folder, var file] when IsDeliverable(file) && SupplierCode.TryParse(folder, out var supplier) =>
            supplier.Code,
        _ => null,
    };

    private static bool IsDeliverable(string name) =>
        !name.StartsWith('.') && !name.EndsWith('~')
        && !NoDeliveries.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
