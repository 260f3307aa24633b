namespace Twente.Igw.Deliveries;

/// <summary>A file lying in a drop folder.</summary>
/// <param name="Name">Name within the drop folder, with the supplier's folder in front where there is one.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Supplier">Whose folder it lies in; the plain folder is the police's.</param>
/// <param name="Bytes">Size at this look.</param>
/// <param name="ChangedAt">Last write in UTC at this look.</param>
/// <param name="HasManifest">Whether its manifest lies beside it.</param>
internal sealed record DropFile(
    string Name, string Path, string Supplier, long Bytes, DateTime ChangedAt, bool HasManifest)
{
    public string FileName => System.IO.Path.GetFileName(Path);
}

/// <summary>Reads what lies in a tenant's drop folder and in its suppliers' folders one level down.</summary>
internal static class DropFolder
{
    public const string ManifestSuffix = ".manifest.json";
    public const string ReceiptSuffix = ".ontvangst.json";

    /// <summary>Deliverable files, oldest first, then by name.</summary>
    public static IReadOnlyList<DropFile> List(string folder)
    {
        var root = new DirectoryInfo(folder);
        var found = In(root, SupplierCode.Police.Code, prefix: "");
        foreach (var own in root.EnumerateDirectories())
            if (SupplierCode.TryParse(own.Name, out var supplier) && own.LinkTarget is null)
                found = found.Concat(In(own, supplier.Code, prefix: own.Name + "/"));
        return [.. found.OrderBy(f => f.ChangedAt).ThenBy(f => f.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<DropFile> In(DirectoryInfo folder, string supplier, string prefix)
    {
        // A link could lead into another tenant's folder; only plain files are deliveries.
        var files = folder.EnumerateFiles().Where(f => f.LinkTarget is null).ToList();
        var names = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return files.Where(f => IsDeliverable(f.Name)).Select(f => new DropFile(
            prefix + f.Name, f.FullName, supplier, f.Length, f.LastWriteTimeUtc,
            names.Contains(f.Name + ManifestSuffix)));
    }

    /// <summary>
    /// Copying programs write under a temporary name first; manifests and receipts are not deliveries.
    /// </summary>
    private static bool IsDeliverable(string name) =>
        !name.StartsWith('.') && !name.EndsWith('~')
        && !new[] { ".tmp", ".part", ".partial", ".filepart", ".crdownload", ManifestSuffix, ReceiptSuffix }
            .Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
