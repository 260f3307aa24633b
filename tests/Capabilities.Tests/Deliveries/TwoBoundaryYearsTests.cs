using Twente.Igw.Areas;
using Twente.Igw.Capabilities.Tests.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Weeks delivered on two divisions, from file to figures.</summary>
public abstract class TwoBoundaryYearsTests(Engine engine)
{
    public sealed class OnSqlite() : TwoBoundaryYearsTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : TwoBoundaryYearsTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : TwoBoundaryYearsTests(Engine.SqlServer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_follow_the_decision_about_a_crosswalk_and_the_gemeente_never_changes()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await Deliver(trial);
        var draft = await Answer(trial, AreaLevel.Neighbourhood);
        Assert.Equal(["2024-W52"], draft.Weeks.OtherBoundaries.Select(w => w.ToString()));
        Assert.Equal(8, draft.Rows.Sum(r => r.Count));

        await trial.Import(CrosswalksOnTrial.Good);
        Assert.Single((await Answer(trial, AreaLevel.Neighbourhood)).Weeks.OtherBoundaries);
        await trial.Approve(1);
        var used = await Answer(trial, AreaLevel.Neighbourhood);
        Assert.Equal(
            [("0000", 4 + 3 + 1), ("0003", 2), ("0100", 4 + 5), ("0101", 0), ("0102", 0), ("0103", 3 + 2)],
            used.Rows.Select(r => (r.Area.Code[6..], r.Count!.Value)));
        Assert.Contains(used.Remarks, r => r.Contains("omgerekend van indeling 2021", StringComparison.Ordinal));
        Assert.Equal(1105, used.Rows[0].Inhabitants);

        await trial.Reject(1);
        Assert.Equal(8, (await Answer(trial, AreaLevel.Neighbourhood)).Rows.Sum(r => r.Count));
        Assert.Equal(24, (await Answer(trial, AreaLevel.Municipality)).Rows[0].Count);
    }

    [Fact]
    public async Task Moments_of_a_converted_area_are_those_of_its_weeks()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await Deliver(trial);
        await trial.Import(CrosswalksOnTrial.Good);
        await trial.Approve(1);
        await using var scope = await trial.Platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);

        Assert.Equal((4 + 5, 3 + 2), (await Total("BU01530100"), await Total("BU01530103")));
        Assert.Equal(24, await Total("GM0153"));

        async Task<int?> Total(string area) => ((MomentsOutcome.Answered)await scope.Get<AnswerMoments>().Answer(
            new MomentsQuestion
            {
                Area = AreaCode.Parse(area), Category = CategoryCode.Parse("vermogen"), Weeks = Weeks,
            },
            Viewer, Cancel)).Answer.Total;
    }

    [Fact]
    public async Task A_delivery_on_a_year_that_is_not_loaded_is_refused_and_its_weeks_are_a_listed_gap()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(File("2024-W52", "2024-W52;2021;BU01530000;1.1.1;2;nacht;4"), Cancel);
        var refused = await platform.Submit(File("2025-W01", "2025-W01;2025;BU01530003;1.1.1;2;nacht;2"), Cancel);

        Assert.Equal(DeliveryState.Refused, refused.Delivery.Line.State);
        var answer = await Answer(platform, AreaLevel.Neighbourhood);
        Assert.Equal(["2025-W01"], answer.Weeks.Missing.Select(w => w.ToString()));
        Assert.Contains("1 van 2 weken geleverd.", answer.Remarks);

        await platform.ImportChangedAreas(Cancel);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            Assert.IsType<DecideDelivery.Outcome.Decided>(
                await scope.Get<DecideDelivery>().Recheck(2, Actor.CommandLine, Cancel));
        var rechecked = await Answer(platform, AreaLevel.Neighbourhood);
        Assert.Equal((2025, 2), (rechecked.BoundaryYear, rechecked.Rows.Sum(r => r.Count)));
        Assert.Equal(["2024-W52"], rechecked.Weeks.OtherBoundaries.Select(w => w.ToString()));
    }

    private static readonly Viewer Viewer = new(AreaCode.Parse("GM0153"), Ring.Exact, "test");

    private static readonly WeekRange Weeks = new(IsoWeek.Parse("2024-W52"), IsoWeek.Parse("2025-W01"));

    /// <summary>Sixteen incidents on the old division and eight on the new one.</summary>
    private static async Task Deliver(CrosswalksOnTrial trial)
    {
        await trial.Platform.Submit(
            File("2024-W52", "2024-W52;2021;BU01530000;1.1.1;2;nacht;4", "2024-W52;2021;BU01530001;1.1.1;2;nacht;3",
                "2024-W52;2021;BU01530002;1.1.1;2;nacht;2", "2024-W52;2021;BU01530100;1.1.1;2;nacht;7"), Cancel);
        await trial.Platform.Submit(
            File("2025-W01", "2025-W01;2025;BU01530000;1.1.1;2;nacht;1", "2025-W01;2025;BU01530100;1.1.1;2;nacht;5",
                "2025-W01;2025;BU01530103;1.1.1;2;nacht;2"), Cancel);
    }

    private static WeekFile File(string week, params IReadOnlyList<string> rows) =>
        new() { First = IsoWeek.Parse(week), Last = IsoWeek.Parse(week), Rows = rows };

    private static Task<FigureAnswer> Answer(CrosswalksOnTrial trial, AreaLevel level) =>
        Answer(trial.Platform, level);

    private static async Task<FigureAnswer> Answer(TestPlatform platform, AreaLevel level)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);
        var outcome = await scope.Get<AnswerFigures>().Answer(
            new FigureQuestion
            {
                Level = level, Area = AreaCode.Parse("GM0153"), Category = CategoryCode.Parse("vermogen"),
                Weeks = Weeks,
            },
            Viewer, Cancel);
        return ((FigureOutcome.Answered)outcome).Answer;
    }
}
