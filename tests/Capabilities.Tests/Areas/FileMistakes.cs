using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

/// <summary>What can be wrong in a GeoPackage, as SQL on a good one, and what must be said of it.</summary>
public static class FileMistakes
{
    /// <summary>Layers, columns and the coordinate system.</summary>
    public static TheoryData<string, string> Layers => new()
    {
        { "DROP TABLE wijken", "laag wijken: deze laag ontbreekt in het bestand." },
        {
            "DROP TABLE gpkg_geometry_columns",
            "bestand gebieden.gpkg: 'gpkg_geometry_columns'; deze tabel hoort in elk GeoPackage."
        },
        {
            "DELETE FROM gpkg_geometry_columns WHERE table_name = 'buurten'",
            "laag buurten: '(leeg)'; moet precies één kolom met grenzen hebben."
        },
        {
            "UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'wijken'",
            "coördinatenstelsel van laag wijken: '4326'; moet EPSG:28992 zijn (Rijksdriehoeksstelsel)."
        },
        {
            "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 4326",
            "coördinatenstelsel van laag buurten: '28992'; moet EPSG:28992 zijn (Rijksdriehoeksstelsel)."
        },
        { "ALTER TABLE buurten RENAME COLUMN buurtcode TO code", "laag buurten: 'buurtcode'; deze kolom ontbreekt." },
        { "ALTER TABLE wijken DROP COLUMN wijknaam", "laag wijken: 'wijknaam'; deze kolom ontbreekt." },
        { "ALTER TABLE buurten DROP COLUMN gemeentecode", "laag buurten: 'gemeentecode'; deze kolom ontbreekt." },
        {
            "ALTER TABLE buurten DROP COLUMN jaar; ALTER TABLE buurten DROP COLUMN jrstatcode",
            "laag buurten: 'jaar, jrstatcode'; een van deze kolommen moet er zijn."
        },
    };

    /// <summary>Codes that are none, or not unique.</summary>
    public static TheoryData<string, string> Codes => new()
    {
        {
            "UPDATE buurten SET buurtcode = 'BU0153000' WHERE fid = 1",
            "buurt in rij 1: 'BU0153000'; een buurtcode is BU en acht cijfers of hoofdletters."
        },
        {
            "UPDATE buurten SET buurtcode = NULL WHERE fid = 1",
            "buurt in rij 1: '(leeg)'; een buurtcode is BU en acht cijfers of hoofdletters."
        },
        {
            "UPDATE buurten SET buurtcode = x'00ff' WHERE fid = 1",
            "buurt in rij 1: '2 bytes'; een buurtcode is BU en acht cijfers of hoofdletters."
        },
        {
            "UPDATE wijken SET wijkcode = 'GM0153' WHERE fid = 1",
            "wijk in rij 1: 'GM0153'; een wijkcode is WK en zes cijfers of hoofdletters."
        },
        {
            "UPDATE gemeenten SET gemeentecode = '0153' WHERE fid = 1",
            "gemeente in rij 1: '0153'; een gemeentecode is GM en vier cijfers."
        },
        {
            "UPDATE buurten SET buurtcode = 'BU01530000' WHERE fid = 2",
            "buurt BU01530000: '2 keer'; elke code mag één keer voorkomen."
        },
    };

    /// <summary>Areas that do not fit together.</summary>
    public static TheoryData<string, string> Families => new()
    {
        {
            "UPDATE buurten SET wijkcode = 'WK015301' WHERE fid = 1",
            "wijkcode van buurt BU01530000: 'WK015301'; moet volgens de code WK015300 zijn."
        },
        {
            "DELETE FROM wijken WHERE fid = 1",
            "wijkcode van buurt BU01530000: 'WK015300'; deze wijk staat niet in laag wijken."
        },
        {
            "UPDATE buurten SET gemeentecode = 'GM0164' WHERE fid = 1",
            "gemeentecode van buurt BU01530000: 'GM0164'; moet volgens de code GM0153 zijn."
        },
        {
            "UPDATE wijken SET gemeentecode = 12 WHERE fid = 1",
            "gemeentecode van wijk WK015300: '12'; moet volgens de code GM0153 zijn."
        },
        {
            "DELETE FROM gemeenten WHERE fid = 1",
            "gemeentecode van wijk WK015300: 'GM0153'; deze gemeente staat niet in laag gemeenten."
        },
        {
            "DELETE FROM buurten WHERE gemeentecode = 'GM0164'",
            "gemeente GM0164: '0 buurten'; een gemeente heeft ten minste één buurt."
        },
        {
            "DELETE FROM buurten; DELETE FROM wijken; DELETE FROM gemeenten",
            "bestand: '0 gebieden'; er moet ten minste één gemeente in staan."
        },
    };

    /// <summary>Years, names, counts and borders.</summary>
    public static TheoryData<string, string> Values => new()
    {
        {
            "UPDATE wijken SET jaar = 2022 WHERE fid = 1",
            "jaar van het bestand: '2021, 2022'; een bestand gaat over één jaar."
        },
        {
            "UPDATE wijken SET jaar = 21 WHERE fid = 1",
            "jaar van wijk WK015300: '21'; moet een jaar van 1995 tot en met 2100 zijn."
        },
        {
            "UPDATE buurten SET buurtnaam = ' ' WHERE fid = 1",
            "naam van buurt BU01530000: ' '; een naam heeft 1 tot 254 leesbare tekens."
        },
        {
            "UPDATE buurten SET aantal_inwoners = 'veel' WHERE fid = 1",
            "inwoners van buurt BU01530000: 'veel'; moet een geheel getal zijn."
        },
        {
            "UPDATE buurten SET aantal_huishoudens = 1.5 WHERE fid = 1",
            "huishoudens van buurt BU01530000: '1.5'; moet een geheel getal zijn."
        },
        {
            "UPDATE buurten SET geom = NULL WHERE fid = 1",
            "grens van buurt BU01530000: '(leeg)'; moet een vlak zijn (polygon of multipolygon)."
        },
        {
            "UPDATE buurten SET geom = x'4750' WHERE fid = 1",
            "grens van buurt BU01530000: '2 bytes'; moet een vlak zijn (polygon of multipolygon)."
        },
        {
            "UPDATE buurten SET geom = substr(geom, 1, 100) WHERE fid = 1",
            "grens van buurt BU01530000: '100 bytes'; is beschadigd of leeg."
        },
    };
}
