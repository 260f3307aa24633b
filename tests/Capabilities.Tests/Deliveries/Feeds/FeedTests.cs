using System.Diagnostics.Metrics;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Feeds;

public abstract class FeedTests(Engine engine)
{
    public sealed class OnSqlite() : FeedTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : FeedTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : FeedTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    // The platform's clock begins on Monday 5 January 2026.
    [Fact]
    public async Task A_feed_goes_from_expected_to_on_time_to_late_to_silent()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        Assert.Equal(FeedState.Expected, (await Feed(platform)).State);

        await platform.Submit(WeekFile.Of("2026-W01", 5), Cancel);
        Assert.Equal((FeedState.OnTime, "2026-W01"), await StateAndStand(platform));

        platform.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal((FeedState.Late, "2026-W01"), await StateAndStand(platform));

        platform.Clock.Advance(TimeSpan.FromDays(14));
        var silent = await Feed(platform);
        Assert.Equal((FeedState.Silent, 3, "stil, 3 weken"), (silent.State, silent.Missed, FeedWords.Of(silent)));
    }

    [Fact]
    public async Task A_feed_that_brings_less_than_half_has_shrunk_until_it_brings_more()
    {
        await using var platform = await WithHistory();

        await platform.Submit(WeekFile.Of("2025-W22", 9), Cancel);
        Assert.Equal(FeedState.Shrunk, (await Feed(platform)).State);

        await platform.Submit(WeekFile.Of("2025-W23", 20), Cancel);
        Assert.Equal(FeedState.OnTime, (await Feed(platform)).State);
    }

    [Fact]
    public async Task Codes_never_seen_before_are_told_with_the_delivery_that_brings_them_and_not_with_the_first()
    {
        await using var platform = await WithHistory();
        Assert.Empty((await Feed(platform)).NewCodes);

        await platform.Submit(With("2025-W22", "E33", "1.4.4"), Cancel);
        var feed = await Feed(platform);
        Assert.Equal(FeedState.NewCodes, feed.State);
        Assert.Equal(["1.4.4", "E33"], feed.NewCodes);

        await platform.Submit(With("2025-W23", "E33", "1.4.4"), Cancel);
        Assert.Empty((await Feed(platform)).NewCodes);
    }

    [Fact]
    public async Task A_delivery_that_waits_for_a_person_is_what_to_do_next()
    {
        await using var platform = await WithHistory();
        await platform.Submit(WeekFile.Of("2025-W22", 900), Cancel);

        var feed = await Feed(platform);

        Assert.Equal((1, "Beoordeel de aangehouden levering."), (feed.Held, FeedWords.Advice(feed)));
    }

    [Fact]
    public async Task An_agreement_that_ended_has_no_feed_any_more()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var agreement = await Feed(platform);
        await platform.Get<EndAgreement>().Execute(
            new AgreementRequest
            {
                Tenant = TestPlatform.Enschede, Id = agreement.Agreement, Reason = "klaar",
                Given = new Dictionary<string, string>(StringComparer.Ordinal) { ["tot"] = "2026-01-10" },
            }, Actor.CommandLine, Cancel);

        platform.Clock.Advance(TimeSpan.FromDays(7));

        Assert.DoesNotContain(await Feeds(platform), f => f.Contract == ContractName.PolitieWeek);
    }

    [Fact]
    public async Task The_metric_is_one_for_the_state_a_feed_is_in_and_names_no_figures()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2026-W01", 5), Cancel);
        await platform.Watch(Cancel);

        var states = Measure(platform.Get<FeedGauge>())
            .Where(m => m.Tags["contract"] == ContractName.PolitieWeek).ToList();

        Assert.Equal(Enum.GetValues<FeedState>().Length, states.Count);
        var now = Assert.Single(states, s => s.Value == 1);
        Assert.Equal(["contract", "gemeente", "leverancier", "stand"], now.Tags.Keys.Order());
        Assert.Equal(("GM0153", "op tijd"), (now.Tags["gemeente"], now.Tags["stand"]));
    }

    private static List<(int Value, Dictionary<string, string> Tags)> Measure(FeedGauge gauge)
    {
        var found = new List<(int, Dictionary<string, string>)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (gauge.Owns(instrument))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => found.Add((
            value, tags.ToArray().ToDictionary(t => t.Key, t => (string)t.Value!, StringComparer.Ordinal))));
        listener.Start();
        listener.RecordObservableInstruments();
        return found;
    }

    private async Task<TestPlatform> WithHistory()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W10", [.. Enumerable.Repeat(20, 12)]), Cancel);
        return platform;
    }

    private static WeekFile With(string week, params string[] codes) => WeekFile.Of(week, 20) with
    {
        Rows = [WeekFile.Row(week, "GM0153", 20), .. codes.Select(c => $"{week};2021;BU01530000;{c};;;1")],
    };

    private static async Task<(FeedState, string)> StateAndStand(TestPlatform platform)
    {
        var feed = await Feed(platform);
        return (feed.State, feed.Stand.ToString()!);
    }

    private static async Task<FeedHealth> Feed(TestPlatform platform) =>
        Assert.Single(await Feeds(platform), f => f.Contract == ContractName.PolitieWeek);

    private static async Task<IReadOnlyList<FeedHealth>> Feeds(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<ListFeeds>().Execute(Cancel);
    }
}
