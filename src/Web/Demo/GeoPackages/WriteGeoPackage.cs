using Microsoft.Data.Sqlite;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Writes areas in the form of PDOK's wijk- en buurtkaart, so that the demo imports its areas as anybody imports the
/// real ones. A GeoPackage is a file format that happens to be SQLite: no database of the platform is opened here.
/// </summary>
internal sealed class WriteGeoPackage : IDisposable
{
    private const int RijksdriehoeksstelselEpsg = 28992;
    private const string OnLand = "NEE";
    private const int Unchanged = 1;
    private readonly SqliteConnection _connection;

    private WriteGeoPackage(string path)
    {
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
    }

    /// <param name="path">A file that is there is replaced.</param>
    /// <param name="territories">What is written.</param>
    public static void Execute(string path, IReadOnlyList<Territory> territories)
    {
        File.Delete(path);
        using var write = new WriteGeoPackage(path);
        using var transaction = write._connection.BeginTransaction();
        write.Run(Form);
        foreach (var territory in territories)
            write.Add(territory);
        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private void Add(Territory all)
    {
        var municipality = all.Municipality;
        Insert("gemeenten", [
            Together(all.Neighbourhoods), municipality.Code, municipality.Name, OnLand,
            .. Counted(municipality.Code, municipality.Inhabitants, all.Neighbourhoods.Sum(n => n.Households)),
            .. Profile.Of(all.Neighbourhoods).Values]);
        foreach (var district in all.Districts)
        {
            var inside = district.Neighbourhoods;
            Insert("wijken", [
                Together(inside), district.Code, district.Name, municipality.Code, municipality.Name, Unchanged,
                OnLand, .. Counted(district.Code, inside.Sum(n => n.Inhabitants), inside.Sum(n => n.Households)),
                .. Profile.Of(inside).Values]);
            foreach (var n in inside)
                Insert("buurten", [
                    Encode(n.Border), n.Code, n.Name, district.Code, municipality.Code, municipality.Name, Unchanged,
                    OnLand, .. Counted(n.Code, n.Inhabitants, n.Households), .. Profile.Of(n).Values]);
        }
    }

    private static object[] Counted(string code, int inhabitants, int households) =>
        [inhabitants, households, $"{Region.BoundaryYear}{code}", Region.BoundaryYear];

    private static byte[] Together(IReadOnlyList<Neighbourhood> parts) =>
        Encode(CoverageUnion.Union([.. parts.Select(n => n.Border)]));

    private static byte[] Encode(Geometry area)
    {
        var parts = area as MultiPolygon ?? area.Factory.CreateMultiPolygon([(Polygon)area]);
        parts.SRID = RijksdriehoeksstelselEpsg;
        return new GeoPackageGeoWriter { HandleOrdinates = Ordinates.XY }.Write(parts);
    }

    private void Insert(string table, object[] values)
    {
        var places = string.Join(
            ", ", values.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}")));
        Run($"INSERT INTO {table} VALUES (NULL, {places})", values);
    }

    private void Run(string sql, params object[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        command.ExecuteNonQuery();
    }

    private const string Inside =
        "gemeentecode TEXT, gemeentenaam TEXT, indelingswijziging_wijken_en_buurten INTEGER, water TEXT";

    private static readonly string Form =
        $"""
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY NOT NULL,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
            description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Amersfoort / RD New', 28992, 'EPSG', 28992, 'undefined', NULL);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY NOT NULL, data_type TEXT NOT NULL, identifier TEXT,
            description TEXT DEFAULT 'fictieve gegevens', srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
        {Layer("gemeenten", "gemeentecode TEXT, gemeentenaam TEXT, water TEXT")}
        {Layer("wijken", $"wijkcode TEXT, wijknaam TEXT, {Inside}")}
        {Layer("buurten", $"buurtcode TEXT, buurtnaam TEXT, wijkcode TEXT, {Inside}")}
        """;

    private static string Layer(string table, string columns) =>
        $"""
        CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, {columns},
            aantal_inwoners INTEGER, aantal_huishoudens INTEGER, jrstatcode TEXT, jaar INTEGER, {Profile.Columns});
        INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('{table}', 'features', '{table}', 28992);
        INSERT INTO gpkg_geometry_columns VALUES ('{table}', 'geom', 'MULTIPOLYGON', 28992, 0, 0);
        """;
}
