using Microsoft.Data.Sqlite;

namespace Twente.Igw.Testing;

/// <summary>
/// Writes small GeoPackages in the form of PDOK's wijk- en buurtkaart. To make one that is wrong, write a good one and
/// <see cref="Alter"/> it.
/// </summary>
public static class GeoPackageFile
{
    /// <summary>Two municipalities of two districts with three neighbourhoods each: 2, 4 and 12 areas.</summary>
    public static readonly IReadOnlyList<InventedMunicipality> EnschedeAndHengelo =
        [new("GM0153", "Enschede"), new("GM0164", "Hengelo")];

    /// <summary>Writes the file anew and answers its path.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="year">The boundary year.</param>
    /// <param name="municipalities">What is in it; <see cref="EnschedeAndHengelo"/> when nothing is given.</param>
    public static string Write(string path, int year = 2021, IReadOnlyList<InventedMunicipality>? municipalities = null)
    {
        File.Delete(path);
        using var connection = Open(path);
        using var transaction = connection.BeginTransaction();
        Run(connection, Form);
        foreach (var (municipality, place) in (municipalities ?? EnschedeAndHengelo).Select((m, i) => (m, i)))
            Add(connection, municipality, new InventedGrid(place), year);
        transaction.Commit();
        return path;
    }

    /// <summary>
    /// Writes the file of a later year in which the division of the first municipality changed: 0000 and 0001 merged
    /// into 0000, 0002 became 0003, and of 0100 two fifths were split off as 0103, with 250 of its 850 inhabitants.
    /// </summary>
    public static string WriteChanged(
        string path, int year = 2025, IReadOnlyList<InventedMunicipality>? municipalities = null)
    {
        Write(path, year, municipalities);
        var (digits, grid) = ((municipalities ?? EnschedeAndHengelo)[0].Digits, new InventedGrid(0));
        using var connection = Open(path);
        void Change(string set, string code, params object[] values) => Run(
            connection, $"UPDATE buurten SET {set} WHERE buurtcode = 'BU{digits}{code}'", values);
        Run(connection, $"DELETE FROM buurten WHERE buurtcode = 'BU{digits}0001'");
        Change("geom = $1, aantal_inwoners = 1105, indelingswijziging_wijken_en_buurten = 3", "0000",
            grid.Rectangle(0, 1, 0, 2));
        Change($"buurtcode = 'BU{digits}0003', jrstatcode = $1, indelingswijziging_wijken_en_buurten = 2", "0002",
            $"{year}BU{digits}0003");
        Change("geom = $1, aantal_inwoners = 600, indelingswijziging_wijken_en_buurten = 3", "0100",
            grid.Slice(1, 0, 0, 30));
        Run(
            connection, "INSERT INTO buurten SELECT NULL, $1, $2, 'Buurt 0103', wijkcode, gemeentecode, " +
            "gemeentenaam, 3, water, 250, 125, $3, jaar FROM buurten WHERE buurtcode = $4",
            grid.Slice(1, 0, 30, 50), $"BU{digits}0103", $"{year}BU{digits}0103", $"BU{digits}0100");
        return path;
    }

    /// <summary>Changes a written file with SQL, for what a supplier can get wrong.</summary>
    public static string Alter(string path, string sql)
    {
        using var connection = Open(path);
        Run(connection, sql);
        return path;
    }

    /// <summary>Replaces the border of one neighbourhood by this geometry in well-known text.</summary>
    public static string Redraw(string path, string neighbourhood, string wellKnownText)
    {
        using var connection = Open(path);
        Run(
            connection, "UPDATE buurten SET geom = $1 WHERE buurtcode = $2",
            InventedGrid.Encode(new NetTopologySuite.IO.WKTReader().Read(wellKnownText)), neighbourhood);
        return path;
    }

    private static void Add(SqliteConnection connection, InventedMunicipality all, InventedGrid grid, int year)
    {
        Run(
            connection, "INSERT INTO gemeenten VALUES (NULL, $1, $2, $3, 'NEE', $4, $5, $6, $7)",
            grid.Rectangle(0, all.Districts, 0, all.PerDistrict), all.Code, all.Name, all.Inhabitants,
            all.Inhabitants / 2, $"{year}{all.Code}", year);
        for (var d = 0; d < all.Districts; d++)
        {
            var numbers = Enumerable.Range(d * all.PerDistrict, all.PerDistrict).ToList();
            var inhabitants = numbers.Sum(InventedMunicipality.InhabitantsOf);
            Run(
                connection, "INSERT INTO wijken VALUES (NULL, $1, $2, $3, $4, $5, 1, 'NEE', $6, $7, $8, $9)",
                grid.Rectangle(d, 1, 0, all.PerDistrict), all.District(d), $"Wijk {d:00}", all.Code, all.Name,
                inhabitants, inhabitants / 2, $"{year}{all.District(d)}", year);
            for (var n = 0; n < all.PerDistrict; n++)
            {
                inhabitants = InventedMunicipality.InhabitantsOf(numbers[n]);
                Run(
                    connection, "INSERT INTO buurten VALUES (NULL, $1, $2, $3, $4, $5, $6, 1, 'NEE', $7, $8, $9, $10)",
                    grid.Rectangle(d, 1, n, 1), all.Neighbourhood(d, n), $"Buurt {d:00}{n:00}", all.District(d),
                    all.Code, all.Name, inhabitants, inhabitants / 2, $"{year}{all.Neighbourhood(d, n)}", year);
            }
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        command.ExecuteNonQuery();
    }

    private static string Layer(string table, string columns) =>
        $"""
        CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, {columns},
            aantal_inwoners INTEGER, aantal_huishoudens INTEGER, jrstatcode TEXT, jaar INTEGER);
        INSERT INTO gpkg_contents VALUES ('{table}', 'features', '{table}', 28992);
        INSERT INTO gpkg_geometry_columns VALUES ('{table}', 'geom', 'MULTIPOLYGON', 28992, 0, 0);
        """;

    private static readonly string Form =
        $"""
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY NOT NULL,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Amersfoort / RD New', 28992, 'EPSG', 28992, 'undefined');
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY NOT NULL, data_type TEXT NOT NULL, identifier TEXT,
            srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
        {Layer("gemeenten", "gemeentecode TEXT, gemeentenaam TEXT, water TEXT")}
        {Layer("wijken", $"wijkcode TEXT, wijknaam TEXT, {Inside}")}
        {Layer("buurten", $"buurtcode TEXT, buurtnaam TEXT, wijkcode TEXT, {Inside}")}
        """;

    private const string Inside =
        "gemeentecode TEXT, gemeentenaam TEXT, indelingswijziging_wijken_en_buurten INTEGER, water TEXT";
}
