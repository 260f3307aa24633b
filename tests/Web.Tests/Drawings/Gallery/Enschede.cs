using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>The real borders and five years of deliveries of Enschede, which lie beside the repository.</summary>
internal sealed class Enschede : IAsyncDisposable
{
    public static readonly AreaCode Code = AreaCode.Parse("GM0153");

    private static readonly Viewer Analyst = new(Code, Ring.Exact, "test");

    private readonly TestPlatform _platform;

    private Enschede(TestPlatform platform) => _platform = platform;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Skips the test where the files are not.</summary>
    public static async Task<Enschede> Start(bool withDeliveries)
    {
        var borders = Path.Combine(SharedFiles.Folder, "cbs", "wijkenbuurten_2021_twente.gpkg");
        Assert.SkipUnless(File.Exists(borders), $"Needs {borders} (IGW_TEST_DATA names another folder).");
        var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await platform.Get<ImportAreas>().Execute(borders, Actor.CommandLine, null, Cancel);
        var enschede = new Enschede(platform);
        if (withDeliveries)
            await enschede.Deliver();
        return enschede;
    }

    public async Task<MunicipalityBoundaries> Borders() =>
        (await _platform.Get<Boundaries>().Find(Code, 2021, Cancel))!;

    public async Task<MunicipalityAreas> Areas() => (await _platform.Get<AreaRegistry>().Find(Code, 2021, Cancel))!;

    public async Task<FigureAnswer> Figures(string category, WeekRange weeks, AreaLevel level = AreaLevel.Neighbourhood)
    {
        await using var scope = await _platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<AnswerFigures>().Answer(
            new FigureQuestion
            {
                Level = level, Area = Code, Category = CategoryCode.Parse(category), Weeks = weeks,
                Compare = Comparison.ThreeYears,
            },
            Analyst, Cancel);
        return ((FigureOutcome.Answered)outcome).Answer;
    }

    public async Task<SeriesAnswer> Series(string category, WeekRange weeks)
    {
        await using var scope = await _platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<AnswerSeries>().Answer(
            new SeriesQuestion { Area = Code, Category = CategoryCode.Parse(category), Weeks = weeks }, Analyst,
            Cancel);
        return ((SeriesOutcome.Answered)outcome).Answer;
    }

    public async Task<MomentsAnswer> Moments(string category, WeekRange weeks)
    {
        await using var scope = await _platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<AnswerMoments>().Answer(
            new MomentsQuestion { Area = Code, Category = CategoryCode.Parse(category), Weeks = weeks }, Analyst,
            Cancel);
        return ((MomentsOutcome.Answered)outcome).Answer;
    }

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    private async Task Deliver()
    {
        await using var scope = await _platform.Open(TestPlatform.Enschede, Cancel);
        var files = Directory.EnumerateFiles(Path.Combine(SharedFiles.Folder, "leveringen"), "*_GM0153_*.csv").Order();
        foreach (var file in files)
        {
            // One week stays away, as happens, so that there is a gap to draw.
            if (!file.Contains("2025-W47", StringComparison.Ordinal))
                await scope.Get<SubmitDelivery>().Execute(SupplierCode.Police, file, Actor.CommandLine, Cancel);
        }
        await scope.Get<CubeStore>().Refresh(Cancel);
    }
}
