using Microsoft.Extensions.Hosting;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public abstract class CubeStoreTests(Engine engine)
{
    public sealed class OnSqlite() : CubeStoreTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : CubeStoreTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : CubeStoreTests(Engine.SqlServer);

    private const string Week = "2025-W45";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_accepted_is_answered_after_a_refresh()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, 1, 5);
        Assert.Equal((5, 1), await Answer(platform));

        await Deliver(platform, 2, 7);
        Assert.Equal((7, 2), await Answer(platform));
    }

    [Fact]
    public async Task Every_area_of_the_registry_is_answered_with_its_inhabitants()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, 1, 5);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<AnswerFigures>().Answer(Ask.For("geweld", Week, Week), Ask.Analyst, Cancel);
        var answer = Assert.IsType<FigureOutcome.Answered>(outcome).Answer;

        Assert.Equal(6, answer.Rows.Count);
        Assert.Equal(5, answer.Rows[0].Count);
        Assert.All(answer.Rows, row => Assert.NotNull(row.Inhabitants));
        Assert.Equal("politie-week van politie", answer.Source);
    }

    [Fact]
    public async Task An_older_version_is_answered_as_it_was_known()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, 1, 5);
        platform.Clock.Advance(TimeSpan.FromDays(2));
        await Deliver(platform, 2, 7);

        Assert.Equal((5, 1), await Answer(platform, KnownOn.AtVersion(1)));
        Assert.Equal((5, 1), await Answer(platform, KnownOn.EndOf(new NodaTime.LocalDate(2026, 1, 6))));
        Assert.Equal((7, 2), await Answer(platform, KnownOn.EndOf(new NodaTime.LocalDate(2026, 1, 7))));
        Assert.Equal((null, 0), await Answer(platform, KnownOn.AtVersion(0)));
    }

    [Fact]
    public async Task Only_what_newly_counts_is_read_again()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, 1, 5);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var before = await scope.Get<CubeStore>().Refresh(Cancel);
        await Deliver(platform, 2, 7, "2025-W46");
        var after = await scope.Get<CubeStore>().Refresh(Cancel);

        Assert.NotSame(before, after);
        Assert.Same(before.Weeks.Blocks[0], after.Weeks.Blocks[0]);
        Assert.Equal(2, after.Weeks.Blocks.Count);
        Assert.Same(after, await scope.Get<CubeStore>().Refresh(Cancel));
    }

    [Fact]
    public async Task A_second_process_sees_a_delivery_at_its_next_look()
    {
        await using var first = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(first, 1, 5);
        await using var second = await first.StartAnother(Cancel);
        Assert.Equal((5, 1), await Answer(second));

        await Deliver(first, 2, 7);
        Assert.Equal((5, 1), await Answer(second));
        await Watcher(second).LookAtAll(Cancel);
        Assert.Equal((7, 2), await Answer(second));
    }

    [Fact]
    public async Task While_a_database_is_away_its_last_figures_stay_and_others_are_followed()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        await Deliver(platform, 1, 5);
        await Deliver(platform, 1, 3, tenant: TestPlatform.Hengelo);
        Assert.Equal((5, 1), await Answer(platform));
        Assert.Equal((3, 1), await Answer(platform, tenant: TestPlatform.Hengelo));

        await platform.Get<DatabaseEngine>().Drop(TestPlatform.Enschede, Cancel);
        await Deliver(platform, 2, 4, tenant: TestPlatform.Hengelo);
        await Watcher(platform).LookAtAll(Cancel);

        Assert.Equal((5, 1), await Answer(platform));
        Assert.Equal((4, 2), await Answer(platform, tenant: TestPlatform.Hengelo));
    }

    [Fact]
    public async Task Another_contract_does_not_count_as_registered_incidents()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, 1, 5);
        await Deliver(platform, 2, 900, feed: new Feed("politie-opendata", "politie"));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);

        Assert.Equal(5, (await Answer(platform)).Count);
    }

    [Fact]
    public async Task A_viewer_of_another_gemeente_is_never_answered()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var viewer = Ask.Analyst with { Municipality = AreaCode.Parse("GM0164") };

        await Assert.ThrowsAsync<ViewerElsewhereException>(async () =>
            await scope.Get<AnswerFigures>().Answer(Ask.For("geweld", Week, Week), viewer, Cancel));
    }

    private static WatchVersions Watcher(TestPlatform platform) =>
        platform.Get<IEnumerable<IHostedService>>().OfType<WatchVersions>().Single();

    private static async Task Deliver(
        TestPlatform platform, long delivery, int count, string week = Week, TenantId? tenant = null, Feed? feed = null)
    {
        var owner = tenant ?? TestPlatform.Enschede;
        await using var scope = await platform.Open(owner, Cancel);
        var (ledger, of) = (scope.Get<FactLedger>(), IsoWeek.Parse(week));
        await using (var change = await scope.Get<TenantChanges>().Begin(Cancel))
        {
            var area = AreaCode.Parse($"BU{owner.Code[2..]}0000");
            var fact = new Fact(of, 2021, area, CategoryCode.Parse("1.4.5"), 1, Daypart.Night, count);
            await ledger.Add(change.Db, delivery, [fact], Cancel);
            await ledger.Count(
                change.Db, feed ?? Town.Police, [new CountingWeek(of, delivery, 2021)], [], change.At, Cancel);
            await change.Commit(Cancel);
        }
        if (feed is null)
            await scope.Get<CubeStore>().Refresh(Cancel);
    }

    private static async Task<(int? Count, long Version)> Answer(
        TestPlatform platform, KnownOn? known = null, TenantId? tenant = null)
    {
        var owner = AreaCode.Parse((tenant ?? TestPlatform.Enschede).Code);
        await using var scope = await platform.Open(TenantId.Parse(owner.Code), Cancel);
        var question = Ask.For("geweld", Week, Week, AreaLevel.Municipality) with { Area = owner, KnownOn = known };
        var outcome = await scope.Get<AnswerFigures>()
            .Answer(question, Ask.Analyst with { Municipality = owner }, Cancel);
        var answer = Assert.IsType<FigureOutcome.Answered>(outcome).Answer;
        return (answer.Rows.Single().Count, answer.Version);
    }
}
