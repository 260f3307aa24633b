using NetTopologySuite.Coverage;
using Twente.Igw.Areas;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

/// <summary>The numbers of the real file, which is not part of the repository.</summary>
public abstract class TwenteTests(Engine engine)
{
    public sealed class OnSqlite() : TwenteTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : TwenteTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : TwenteTests(Engine.SqlServer);

    [Fact]
    public async Task Twente_2021_is_what_CBS_says_it_is()
    {
        await using var trial = await AreasOnTrial.Start(engine);

        var imported = Assert.IsType<ImportAreas.Outcome.Imported>(await trial.Import(TwenteFile()));

        Assert.Equal(new ImportAreas.Outcome.Imported(2021, 14, 120, 517, imported.Remarks), imported);
        Assert.Empty(imported.Remarks);
        var all = new List<MunicipalityAreas>();
        foreach (var code in Municipalities)
            all.Add(await trial.Areas(AreaCode.Parse(code)));
        var inhabitants = all.SelectMany(m => m.Neighbourhoods).Select(n => n.Inhabitants!.Value).Order().ToList();
        Assert.Equal(195, inhabitants.Count(i => i < 500));
        Assert.Equal(835, inhabitants[inhabitants.Count / 2]);
        var enschede = await trial.Areas(AreasOnTrial.Enschede);
        Assert.Equal(("Enschede", 159_732), (enschede.Municipality.Name, enschede.Municipality.Inhabitants));
        Assert.Equal((70, 159_655), (enschede.Neighbourhoods.Count, enschede.Neighbourhoods.Sum(n => n.Inhabitants)));
    }

    [Fact]
    public async Task Twente_is_drawn_with_a_quarter_of_its_points_and_stays_a_coverage()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import(TwenteFile());

        var points = 0;
        foreach (var code in Municipalities)
        {
            var drawn = await trial.Boundaries(AreaCode.Parse(code));
            Assert.True(CoverageValidator.IsValid([.. drawn.Neighbourhoods.Select(n => n.ToGeometry())]), code);
            var sides = drawn.Neighbourhoods.SelectMany(n => n.Sides()).ToHashSet();
            Assert.Subset(sides, drawn.Outline.Sides().ToHashSet());
            Assert.All(drawn.Districts, d => Assert.Subset(sides, d.Sides().ToHashSet()));
            points += drawn.Neighbourhoods.SelectMany(n => n.Rings).Sum(r => r.Length);
        }
        // 89,708 in the source, every shared point counted for each neighbourhood it belongs to.
        Assert.InRange(points, 21_000, 24_500);
    }

    [Fact]
    public async Task Importing_Twente_twice_changes_nothing()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import(TwenteFile());
        var before = await trial.State();

        Assert.IsType<ImportAreas.Outcome.Unchanged>(await trial.Import(TwenteFile()));

        Assert.Equal(before, await trial.State());
    }

    private static readonly string[] Municipalities =
    [
        "GM0141", "GM0147", "GM0153", "GM0158", "GM0163", "GM0164", "GM0168", "GM0173", "GM0183", "GM0189", "GM1700",
        "GM1735", "GM1742", "GM1774",
    ];

    private static string TwenteFile()
    {
        var folder = SharedFiles.Folder;
        var file = Path.Combine(folder, "cbs", "wijkenbuurten_2021_twente.gpkg");
        Assert.SkipUnless(
            File.Exists(file),
            $"Needs cbs/wijkenbuurten_2021_twente.gpkg in {folder} (IGW_TEST_DATA names another folder).");
        return file;
    }
}
