using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Plausibility;

public abstract class WeighPlausibilityTests(Engine engine)
{
    public sealed class OnSqlite() : WeighPlausibilityTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : WeighPlausibilityTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : WeighPlausibilityTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_implausible_file_is_held_while_readers_keep_the_last_good_state()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W01", 40, 41, 42, 43, 44, 45, 46, 47, 48, 49), Cancel);

        var held = await platform.Submit(WeekFile.Of("2025-W11", 900), Cancel);

        Assert.Equal(DeliveryState.Held, held.Delivery.Line.State);
        Assert.Contains(held.Delivery.Findings, f => f.Code == "plausibility.sum");
        Assert.Null(await platform.Count("2025-W11", Cancel));
    }

    [Theory]
    [InlineData(12, DeliveryState.Accepted)]
    [InlineData(40, DeliveryState.Held)]
    public async Task A_group_is_missed_only_when_it_was_there_in_the_same_weeks_a_year_earlier(
        int fireworksUntil, DeliveryState state)
    {
        // Burglaries every week; fireworks in the first weeks of the year only, or far into the summer.
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var weeks = new WeekRange(IsoWeek.Parse("2024-W01"), IsoWeek.Parse("2025-W20"));
        var history = new WeekFile
        {
            First = weeks.First, Last = weeks.Last,
            Rows =
            [
                .. weeks.Weeks().SelectMany(week => week.Week <= fireworksUntil
                    ? [WeekFile.Row(week.ToString(), "GM0153", 40), Fireworks(week, 9)]
                    : new[] { WeekFile.Row(week.ToString(), "GM0153", 40) }),
            ],
        };
        await platform.Submit(history, Cancel);

        var summer = await platform.Submit(WeekFile.Series("2025-W21", [.. Enumerable.Repeat(40, 13)]), Cancel);

        Assert.Equal(state, summer.Delivery.Line.State);
    }

    [Fact]
    public async Task Plausibility_says_nothing_before_eight_earlier_weeks()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W01", 40, 41, 42, 43, 44, 45, 46), Cancel);

        var next = await platform.Submit(WeekFile.Of("2025-W08", 900), Cancel);

        Assert.Equal(DeliveryState.Accepted, next.Delivery.Line.State);
    }

    private static string Fireworks(IsoWeek week, int count) =>
        $"{week};2021;{WeekFile.FirstNeighbourhood("GM0153")};2.6.9;2;nacht;{count}";
}
