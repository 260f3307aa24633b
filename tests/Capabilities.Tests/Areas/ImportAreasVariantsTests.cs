using Twente.Igw.Areas;
using Twente.Igw.Testing;
using Xunit;
using Outcome = Twente.Igw.Areas.ImportAreas.Outcome;

namespace Twente.Igw.Capabilities.Tests.Areas;

/// <summary>What differs between the files of different years and makers without being wrong.</summary>
public abstract class ImportAreasVariantsTests(Engine engine)
{
    public sealed class OnSqlite() : ImportAreasVariantsTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ImportAreasVariantsTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ImportAreasVariantsTests(Engine.SqlServer);

    [Theory]
    [InlineData("ALTER TABLE buurten ADD COLUMN percentage_ongehuwd INTEGER")]
    [InlineData("ALTER TABLE buurten RENAME COLUMN aantal_inwoners TO aantalInwoners")]
    [InlineData("ALTER TABLE buurten RENAME COLUMN aantal_inwoners TO AANT_INW")]
    [InlineData("ALTER TABLE buurten RENAME COLUMN buurtcode TO BU_CODE")]
    [InlineData("ALTER TABLE buurten RENAME COLUMN jaar TO iets")]
    [InlineData("ALTER TABLE buurten RENAME COLUMN jrstatcode TO iets")]
    [InlineData("ALTER TABLE buurten RENAME COLUMN wijkcode TO \"een \"\"vreemde\"\" naam\"")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization = 'epsg'")]
    public async Task Columns_may_be_more_fewer_and_differently_written(string change)
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(GeoPackageFile.Write(trial.File), change);

        Assert.IsType<Outcome.Imported>(await trial.Import());

        Assert.Equal(500, (await trial.Areas(AreasOnTrial.Enschede)).Neighbourhoods[0].Inhabitants);
    }

    [Fact]
    public async Task Without_a_column_of_inhabitants_they_are_not_known()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(GeoPackageFile.Write(trial.File), "ALTER TABLE buurten DROP COLUMN aantal_inwoners");

        Assert.IsType<Outcome.Imported>(await trial.Import());

        Assert.All((await trial.Areas(AreasOnTrial.Enschede)).Neighbourhoods, n => Assert.Null(n.Inhabitants));
    }

    [Fact]
    public async Task Columns_about_descent_are_never_read()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(
            GeoPackageFile.Write(trial.File),
            "ALTER TABLE buurten ADD COLUMN percentage_westerse_migratieachtergrond INTEGER; " +
            "UPDATE buurten SET percentage_westerse_migratieachtergrond = 'geen getal'");

        Assert.IsType<Outcome.Imported>(await trial.Import());
    }

    [Fact]
    public async Task A_neighbourhood_of_open_water_is_an_area_when_it_has_a_code()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(
            GeoPackageFile.Write(trial.File),
            "UPDATE buurten SET water = 'JA', buurtnaam = '', aantal_inwoners = -99999999 WHERE fid = 3");

        Assert.IsType<Outcome.Imported>(await trial.Import());

        var water = (await trial.Areas(AreasOnTrial.Enschede)).Find(AreaCode.Parse("BU01530002"))!;
        Assert.Equal(("BU01530002", null), (water.Name, water.Inhabitants));
    }

    [Fact]
    public async Task Open_water_and_foreign_ground_without_a_code_are_nobodys_area()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(
            GeoPackageFile.Write(trial.File),
            "INSERT INTO buurten (geom, buurtcode, water, jaar) SELECT geom, '', 'JA', 2021 FROM buurten LIMIT 1; " +
            "INSERT INTO gemeenten (geom, gemeentecode, gemeentenaam, water, jaar) " +
            "SELECT geom, 'GM0998', 'Buitenland', 'B', 2021 FROM gemeenten LIMIT 1");

        var imported = Assert.IsType<Outcome.Imported>(await trial.Import());

        Assert.Equal((2, 12), (imported.Municipalities, imported.Neighbourhoods));
    }

    [Fact]
    public async Task Land_and_water_of_one_code_are_one_area_and_the_land_speaks_for_it()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(
            GeoPackageFile.Write(trial.File),
            "INSERT INTO gemeenten (geom, gemeentecode, gemeentenaam, water, aantal_inwoners, jaar) " +
            "SELECT geom, 'GM0153', 'IJsselmeer', 'JA', -99999999, 2021 FROM gemeenten LIMIT 1");

        Assert.IsType<Outcome.Imported>(await trial.Import());

        var municipality = (await trial.Areas(AreasOnTrial.Enschede)).Municipality;
        Assert.Equal(("Enschede", 4507), (municipality.Name, municipality.Inhabitants));
    }

    [Fact]
    public async Task A_border_that_crosses_itself_is_repaired_and_said_so()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Redraw(
            GeoPackageFile.Write(trial.File), "BU01530000",
            "POLYGON ((220000 460000, 221000 461000, 221000 460000, 220000 461000, 220000 460000))");

        var imported = Assert.IsType<Outcome.Imported>(await trial.Import());

        Assert.Contains("GM0153: 1 buurtgrenzen kruisten zichzelf en zijn hersteld.", imported.Remarks);
        Assert.Contains(imported.Remarks, r => r.EndsWith("niet precies aan op hun buren.", StringComparison.Ordinal));
    }
}
