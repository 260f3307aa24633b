using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>The key figures of the real file, which is not part of the repository.</summary>
public abstract class TwenteKeyFiguresTests(Engine engine)
{
    public sealed class OnSqlite() : TwenteKeyFiguresTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : TwenteKeyFiguresTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : TwenteKeyFiguresTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly KeyFigurePeriod Year = KeyFigurePeriod.OfYear(2021);

    [Fact]
    public async Task All_517_neighbourhoods_have_their_figures_and_sums_agree_within_CBSs_rounding()
    {
        await using var platform = await Imported();
        var registry = platform.Get<AreaRegistry>();
        var (neighbourhoods, inhabitants, unknown) = (0, 0d, 0);
        foreach (var municipality in await registry.Municipalities(2021, Cancel))
        {
            var areas = (await registry.Find(municipality, 2021, Cancel))!;
            var figures = await Figures(platform, municipality);
            foreach (var figure in figures.List.All.Where(f => f.IsAdditive && figures.PeriodsOf(f.Code).Count > 0))
            {
                var parts = areas.Neighbourhoods.Select(a => a.Code).ToList();
                var own = figures.Of(figure, Year, municipality, areas);
                Assert.False(own.IsSum);
                var sum = figures.Sum(figure, Year, parts, areas);
                // CBS rounds people and households to 5 and hectares to 1 below the gemeente.
                var rounding = figure.Unit == "hectare" ? 0.5 : 2.5;
                Assert.InRange(Math.Abs(sum.Number!.Value - own.Value.Number!.Value), 0, rounding * parts.Count);
            }
            neighbourhoods += areas.Neighbourhoods.Count;
            inhabitants += areas.Neighbourhoods.Sum(a => Number(figures, "inwoners", a.Code, areas)!.Value);
            unknown += areas.Neighbourhoods.Count(
                a => Number(figures, "aandeel-eenpersoonshuishoudens", a.Code, areas) is null);
        }
        Assert.Equal((517, 631_685d, 19), (neighbourhoods, inhabitants, unknown));
    }

    [Fact]
    public async Task Sentinels_are_not_known_and_no_value_is_below_zero()
    {
        await using var platform = await Imported();
        var figures = await Figures(platform, AreaCode.Parse("GM0141"));
        var areas = (await platform.Get<AreaRegistry>().Find(AreaCode.Parse("GM0141"), 2021, Cancel))!;
        var known = figures.List.All.Where(f => figures.PeriodsOf(f.Code).Count > 0).ToList();

        var numbers = known.SelectMany(f => areas.Neighbourhoods.Select(
            a => figures.Of(f, Year, a.Code, areas).Value.Number)).ToList();

        Assert.Equal(14 * 71, numbers.Count);
        Assert.Contains(numbers, n => n is null);
        Assert.Contains(numbers, n => n == 0);
        Assert.DoesNotContain(numbers, n => n < 0);
        Assert.Equal(73_132, figures.Of(
            figures.List.Find(KeyFigureCode.Parse("inwoners"))!, Year, AreaCode.Parse("GM0141"), areas).Value.Number);
    }

    private static double? Number(KeyFigures figures, string code, AreaCode area, MunicipalityAreas areas) =>
        figures.Of(figures.List.Find(KeyFigureCode.Parse(code))!, Year, area, areas).Value.Number;

    private static async Task<KeyFigures> Figures(TestPlatform platform, AreaCode municipality) => new(
        new KeyFigureStamp(municipality, 0, 0), KeyFigureList.Default,
        await platform.Get<PublicKeyFigures>().Read(municipality, long.MaxValue - 1, Cancel));

    private async Task<TestPlatform> Imported()
    {
        var file = Path.Combine(SharedFiles.Folder, "cbs", "wijkenbuurten_2021_twente.gpkg");
        Assert.SkipUnless(
            File.Exists(file),
            $"Needs cbs/wijkenbuurten_2021_twente.gpkg in {SharedFiles.Folder} (IGW_TEST_DATA names another folder).");
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Get<ImportAreas>().Execute(file, Actor.CommandLine, null, Cancel);
        var imported = Assert.IsType<ImportKeyFigures.Outcome.Imported>(
            await platform.Get<ImportKeyFigures>().Execute(file, 2021, Actor.CommandLine, Cancel));
        Assert.Equal((14, 14, 7794), (imported.Municipalities, imported.Bound.Count, imported.Values));
        Assert.DoesNotContain(imported.Unbound, Descent.IsAbout);
        return platform;
    }
}
