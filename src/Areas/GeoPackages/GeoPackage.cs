using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Twente.Igw.Areas;

/// <summary>
/// A GeoPackage (OGC 12-128) opened to read. A GeoPackage is a file format that happens to be SQLite: this is no
/// database of the platform, so it is not <c>Databases</c> that opens it. Any read may throw
/// <see cref="SqliteException"/>, which then means: the file is damaged.
/// </summary>
internal sealed class GeoPackage : IDisposable
{
    private const long RijksdriehoeksstelselEpsg = 28992;
    private readonly FileStream _file;
    private readonly SqliteConnection _connection;

    private GeoPackage(FileStream file, string sha256)
    {
        (_file, Sha256) = (file, sha256);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            // Immutable: SQLite writes no lock or journal beside the file, which may lie on a read-only disk.
            DataSource = $"file:///{EscapedPath(file.Name)}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
    }

    public string Sha256 { get; }

    /// <summary>Opens the file; null, with the reason among the findings, when it is not a sound GeoPackage.</summary>
    public static GeoPackage? Open(string path, AreaFindings findings)
    {
        var file = GeoPackageForm.OpenSqlite(path, findings);
        if (file is null)
            return null;
        var package = new GeoPackage(file, Hash(file));
        try
        {
            package.Connect();
            if (package.IsSound(findings))
                return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
        package.Dispose();
        return null;
    }

    /// <summary>The names of a table's columns; none when there is no such table.</summary>
    public IReadOnlyList<string> Columns(string table) =>
        [.. Rows("SELECT name FROM pragma_table_info($p)", table).Select(r => r[0]).OfType<string>()];

    /// <summary>The column with a layer's borders; null, with the reason among the findings, when unusable.</summary>
    public string? GeometryColumn(string table, AreaFindings findings)
    {
        const string columns = "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = $p";
        if (Rows(columns, table).ToList() is not [[string column, long srs]])
        {
            findings.Add($"laag {table}", null, "moet precies één kolom met grenzen hebben");
            return null;
        }
        const string system =
            "SELECT upper(organization), organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = $p";
        if (Rows(system, srs).ToList() is [["EPSG", RijksdriehoeksstelselEpsg]])
            return column;
        findings.Add($"coördinatenstelsel van laag {table}", srs, "moet EPSG:28992 zijn (Rijksdriehoeksstelsel)");
        return null;
    }

    /// <summary>The rows of a query with one parameter; a value is null, long, double, string or byte[].</summary>
    public IEnumerable<object?[]> Rows(string sql, object parameter)
    {
        using var query = _connection.CreateCommand();
        query.CommandText = sql;
        query.Parameters.AddWithValue("$p", parameter);
        using var reader = query.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            yield return row;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _file.Dispose();
    }

    /// <summary>A name of the file's own, quoted for use in a query.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Connect()
    {
        _connection.Open();
        using var settings = _connection.CreateCommand();
        // The file comes from outside: its views and triggers may call nothing, and broken pages are noticed.
        settings.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;";
        settings.ExecuteNonQuery();
    }

    private bool IsSound(AreaFindings findings)
    {
        var pages = Rows("SELECT quick_check FROM pragma_quick_check LIMIT $p", 1).FirstOrDefault();
        if (pages is not ["ok"])
        {
            GeoPackageForm.AddDamaged(_file.Name, pages?[0], findings);
            return false;
        }
        string[] missing = [.. GeoPackageForm.OwnTables.Where(table => Columns(table).Count == 0)];
        foreach (var table in missing)
            findings.Add($"bestand {Path.GetFileName(_file.Name)}", table, "deze tabel hoort in elk GeoPackage");
        return missing.Length == 0;
    }

    private static string EscapedPath(string path) =>
        string.Join('/', path.Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString));

    private static string Hash(FileStream file)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
