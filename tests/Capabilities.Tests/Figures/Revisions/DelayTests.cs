using NodaTime;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures.Revisions;

public abstract class DelayTests(Engine engine)
{
    public sealed class OnSqlite() : DelayTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : DelayTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : DelayTests(Engine.SqlServer);

    private const int Settled = AnswerDelay.SettledAfter;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly IsoWeek First = IsoWeek.Parse("2026-W02");

    [Fact]
    public async Task The_share_known_after_weeks_is_of_what_is_known_now()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        // Delivered every Monday: 20 at first, two more each week until the eleventh statement.
        for (var week = 0; week <= Settled + 1; week++)
            await Deliver(platform, week, weeksAgo => 20 + (2 * Math.Min(weeksAgo, 10)));

        var answer = await Ask(platform);

        Assert.Equal([First, First.Plus(1)], answer.Weeks);
        Assert.Equal([1, 2, 4, 13], answer.After);
        var burglary = answer.Rows.Single(r => r.Category == CategoryCode.Parse("1.1.1"));
        Assert.Equal(80, burglary.Final);
        // A week after the Sunday only the first statement is there; after four weeks three more.
        Assert.Equal([40, 44, 52, 80], burglary.Known);
        Assert.Equal([0.5, 0.55, 0.65, 1], burglary.Shares);
    }

    [Fact]
    public async Task A_week_that_came_later_says_nothing_of_delay()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W01", [.. Enumerable.Repeat(9, 40)]), Cancel);

        var answer = await Ask(platform);

        Assert.Empty(answer.Weeks);
        Assert.Equal(40 - Settled, answer.DeliveredLater);
        Assert.Empty(answer.Rows);
    }

    [Fact]
    public async Task No_share_is_made_of_a_small_number()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        for (var week = 0; week <= Settled; week++)
            await Deliver(platform, week, weeksAgo => 10 + Math.Min(weeksAgo, 9));

        var row = (await Ask(platform)).Rows[0];

        Assert.Equal(19, row.Final);
        Assert.Null(row.Shares);
        Assert.Equal([10, 11, 13, 19], row.Known);
    }

    [Fact]
    public async Task A_gemeente_without_figures_is_answered_with_nothing()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        var answer = await Ask(platform);

        Assert.Empty(answer.Weeks);
        Assert.Equal(0, answer.DeliveredLater);
    }

    /// <summary>On the Monday after the week, at six, with every week until then anew.</summary>
    private static async Task Deliver(TestPlatform platform, int week, Func<int, int> countAfter)
    {
        var monday = First.Plus(week + 1).Monday.At(new LocalTime(6, 0));
        platform.Clock.SetUtcNow(
            monday.InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).ToDateTimeOffset());
        var file = WeekFile.Series(
            First.ToString(), [.. Enumerable.Range(0, week + 1).Select(w => countAfter(week - w))]);
        Assert.Equal(DeliveryState.Accepted, (await platform.Submit(file, Cancel)).Delivery.Line.State);
    }

    private static async Task<DelayAnswer> Ask(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);
        return Assert.IsType<DelayOutcome.Answered>(
            await scope.Get<AnswerDelay>().Answer(Figures.Ask.Analyst, Cancel)).Answer;
    }
}
