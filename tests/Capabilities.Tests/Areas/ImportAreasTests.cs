using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;
using Outcome = Twente.Igw.Areas.ImportAreas.Outcome;

namespace Twente.Igw.Capabilities.Tests.Areas;

public abstract class ImportAreasTests(Engine engine)
{
    public sealed class OnSqlite() : ImportAreasTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ImportAreasTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ImportAreasTests(Engine.SqlServer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Imports_every_municipality_district_and_neighbourhood()
    {
        await using var trial = await AreasOnTrial.Start(engine);

        var imported = Assert.IsType<Outcome.Imported>(await trial.Import());

        Assert.Equal(new Outcome.Imported(2021, 2, 4, 12, imported.Remarks), imported);
        Assert.Empty(imported.Remarks);
        var enschede = await trial.Areas(AreasOnTrial.Enschede);
        Assert.Equal(new Area(AreasOnTrial.Enschede, "Enschede", null, 4507, 2253), enschede.Municipality);
        Assert.Equal(["WK015300", "WK015301"], enschede.Districts.Select(d => d.Code.Code));
        Assert.Equal([500, 600, 700, 800, 900, 1000], enschede.Neighbourhoods.Select(n => n.Inhabitants));
        Assert.All(enschede.Neighbourhoods, n => Assert.Equal(n.Code.District, n.Parent));
    }

    [Fact]
    public async Task Says_how_far_it_is()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        var steps = new Steps();

        await trial.Platform.Get<ImportAreas>()
            .Execute(GeoPackageFile.Write(trial.File), Actor.CommandLine, steps, Cancel);

        Assert.Equal([new("Enschede", 1, 2), new("Hengelo", 2, 2)], steps.Reported);
    }

    [Theory]
    [InlineData("-99997")]
    [InlineData("-99995")]
    [InlineData("-99999999")]
    [InlineData("-1")]
    [InlineData("NULL")]
    public async Task A_count_that_CBS_does_not_know_is_null_and_never_zero(string sentinel)
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(
            GeoPackageFile.Write(trial.File),
            $"UPDATE buurten SET aantal_inwoners = {sentinel}, aantal_huishoudens = 0 WHERE buurtcode = 'BU01530001'");

        await trial.Import();

        var area = (await trial.Areas(AreasOnTrial.Enschede)).Find(AreaCode.Parse("BU01530001"))!;
        Assert.Null(area.Inhabitants);
        Assert.Equal(0, area.Households);
    }

    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        var before = await trial.State();

        var again = await trial.Import();

        Assert.Equal(new Outcome.Unchanged(2021, 2, 4, 12), again);
        Assert.Equal(before, await trial.State());
    }

    [Fact]
    public async Task Another_file_with_the_same_content_changes_nothing()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        var before = await trial.State();

        GeoPackageFile.Alter(trial.File, "ALTER TABLE buurten ADD COLUMN mannen INTEGER; VACUUM;");

        Assert.IsType<Outcome.Unchanged>(await trial.Import());
        Assert.Equal(before, await trial.State());
    }

    [Fact]
    public async Task A_corrected_file_replaces_the_municipalities_it_changes_and_raises_the_version()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        var version = await trial.Registry.Version(Cancel);
        var hengelo = await trial.Areas(AreasOnTrial.Hengelo);

        GeoPackageFile.Alter(trial.File, "UPDATE buurten SET buurtnaam = 'City' WHERE buurtcode = 'BU01530000'");
        Assert.IsType<Outcome.Imported>(await trial.Import());

        Assert.Equal("City", (await trial.Areas(AreasOnTrial.Enschede)).Neighbourhoods[0].Name);
        Assert.Equal(hengelo.Neighbourhoods, (await trial.Areas(AreasOnTrial.Hengelo)).Neighbourhoods);
        Assert.Equal(version + 1, await trial.Registry.Version(Cancel));
    }

    [Fact]
    public async Task A_file_with_other_municipalities_or_years_leaves_what_it_does_not_name()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();

        GeoPackageFile.Write(trial.File, 2021, [new("GM9901", "Testdam", Districts: 1, PerDistrict: 1)]);
        await trial.Import();
        GeoPackageFile.Write(trial.File, 2022, [new("GM0153", "Enschede", PerDistrict: 4)]);
        await trial.Import();

        Assert.Equal([2021, 2022], await trial.Registry.Years(AreasOnTrial.Enschede, Cancel));
        Assert.Equal([2021], await trial.Registry.Years(AreaCode.Parse("GM9901"), Cancel));
        Assert.Equal(6, (await trial.Areas(AreasOnTrial.Enschede)).Neighbourhoods.Count);
        Assert.Equal(8, (await trial.Areas(AreasOnTrial.Enschede, 2022)).Neighbourhoods.Count);
    }

    [Fact]
    public async Task An_import_is_in_the_audit_trail_once()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        await trial.Import();

        await using var db = await trial.Platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var line = await db.Audit.SingleAsync(l => l.Event == "areas.imported", Cancel);
        Assert.Equal("gebieden 2021, 2 gemeenten", line.Subject);
    }

    private sealed class Steps : IProgress<ImportAreas.Step>
    {
        public List<ImportAreas.Step> Reported { get; } = [];

        public void Report(ImportAreas.Step value) => Reported.Add(value);
    }
}
