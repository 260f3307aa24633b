using Twente.Igw.Testing;
using Xunit;
using Outcome = Twente.Igw.Areas.ImportAreas.Outcome;

namespace Twente.Igw.Capabilities.Tests.Areas;

public abstract class ImportAreasRefusalsTests(Engine engine)
{
    public sealed class OnSqlite() : ImportAreasRefusalsTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ImportAreasRefusalsTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ImportAreasRefusalsTests(Engine.SqlServer);

    [Theory]
    [MemberData(nameof(FileMistakes.Layers), MemberType = typeof(FileMistakes))]
    [MemberData(nameof(FileMistakes.Codes), MemberType = typeof(FileMistakes))]
    [MemberData(nameof(FileMistakes.Families), MemberType = typeof(FileMistakes))]
    [MemberData(nameof(FileMistakes.Values), MemberType = typeof(FileMistakes))]
    public async Task Refuses_a_mistake_naming_the_thing_the_value_and_the_rule(string mistake, string finding)
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Alter(GeoPackageFile.Write(trial.File), mistake);
        await AssertRefused(trial, finding);
    }

    [Theory]
    [InlineData("POINT (220000 460000)", "moet een vlak zijn")]
    [InlineData("LINESTRING (220000 460000, 221000 460000)", "moet een vlak zijn")]
    [InlineData("POLYGON EMPTY", "is beschadigd of leeg")]
    [InlineData("POLYGON ((6.8 52.2, 6.9 52.2, 6.9 52.3, 6.8 52.2))", "ligt buiten Nederland in EPSG:28992")]
    [InlineData("POLYGON ((220000 460000, 221000 460000, 220000 460000))", "heeft geen oppervlakte")]
    public async Task Refuses_a_border_that_is_no_area_in_the_Netherlands(string border, string rule)
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Redraw(GeoPackageFile.Write(trial.File), "BU01530001", border);

        var refused = Assert.IsType<Outcome.Refused>(await trial.Import());

        var finding = Assert.Single(refused.Findings);
        Assert.Equal("grens van buurt BU01530001", finding.Thing);
        Assert.StartsWith(rule, finding.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_correction_leaves_the_areas_as_they_were()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        GeoPackageFile.Alter(
            trial.File, "UPDATE buurten SET buurtnaam = 'Anders'; UPDATE buurten SET geom = NULL WHERE fid = 12");
        await AssertRefused(
            trial, "grens van buurt BU01640102: '(leeg)'; moet een vlak zijn (polygon of multipolygon).");
    }

    [Fact]
    public async Task Names_a_hundred_mistakes_at_most_and_counts_all()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Write(trial.File, 2021, [new("GM9901", "Testdam", Districts: 30, PerDistrict: 5)]);
        GeoPackageFile.Alter(trial.File, "UPDATE buurten SET buurtcode = 'x' || fid");

        var refused = Assert.IsType<Outcome.Refused>(await trial.Import());

        Assert.Equal((100, 150), (refused.Findings.Count, refused.Total));
    }

    private static async Task AssertRefused(AreasOnTrial trial, string finding)
    {
        var before = await trial.State();
        var refused = Assert.IsType<Outcome.Refused>(await trial.Import());
        Assert.Contains(finding, refused.Findings.Select(f => f.ToString()));
        Assert.Equal(before, await trial.State());
    }
}
