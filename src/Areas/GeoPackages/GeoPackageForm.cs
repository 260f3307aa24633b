namespace Twente.Igw.Areas;

/// <summary>What can be said of a file before its contents are read: that it is there and is SQLite at all.</summary>
internal static class GeoPackageForm
{
    /// <summary>The tables of the format itself that reading depends on.</summary>
    public static readonly IReadOnlyList<string> OwnTables =
        ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"];

    private static ReadOnlySpan<byte> Sqlite => "SQLite format 3\0"u8;

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    /// <summary>Opens the file, held so that nobody replaces it while it is read; null when it is not SQLite.</summary>
    public static FileStream? OpenSqlite(string path, AreaFindings findings)
    {
        var thing = $"bestand {Path.GetFileName(path)}";
        FileStream file;
        try
        {
            file = new FileStream(Path.GetFullPath(path), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            findings.Add(thing, path, File.Exists(path) ? "het kan niet worden gelezen" : "het bestaat niet");
            return null;
        }
        var wrong = WhatIsWrong(file);
        if (wrong is null)
            return file;
        findings.Add(thing, $"{file.Length} bytes", wrong);
        file.Dispose();
        return null;
    }

    /// <param name="path">The file.</param>
    /// <param name="said">What SQLite says of it, for whoever has to find out.</param>
    /// <param name="findings">Where it is added.</param>
    public static void AddDamaged(string path, object? said, AreaFindings findings) =>
        findings.Add($"bestand {Path.GetFileName(path)}", said, "het is beschadigd of onvolledig; haal het opnieuw op");

    private static string? WhatIsWrong(FileStream file)
    {
        Span<byte> start = stackalloc byte[Sqlite.Length];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.IsEmpty)
            return "het is leeg";
        if (start.StartsWith(Zip))
            return "het is een zip-bestand; pak het eerst uit";
        if (!start.SequenceEqual(Sqlite))
            return "het is geen GeoPackage";
        var journal = new FileInfo(file.Name + "-wal");
        return journal is { Exists: true, Length: > 0 }
            ? "een ander programma heeft het open en nog niet alles bewaard; sluit dat eerst"
            : null;
    }
}
