using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy.Audit.Review;

public abstract class ReviewAuditTests(Engine engine)
{
    public sealed class OnSqlite() : ReviewAuditTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ReviewAuditTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ReviewAuditTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Actor Analyst = new("gebruiker-a", "website");
    private static readonly Actor Other = new("gebruiker-b", "website");

    private static readonly RiskWords Words = new(
        new HashSet<string> { "figures.exported" }, new HashSet<string> { "figures.exported", "figures.viewed" },
        ["1.4.1"]);

    [Fact]
    public async Task A_page_shows_the_newest_lines_that_pass_the_filter_and_where_the_next_begins()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, [.. Enumerable.Repeat("test.happened", 60)]);
        await Write(platform, Other, "test.happened");
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var (read, filter) = (scope.Get<ReadAudit>(), new AuditFilter { Actor = "gebruiker-a" });

        var first = await read.Page(filter, null, Cancel);
        var second = await read.Page(filter, first.Older, Cancel);

        Assert.Equal((60, 50, 10), (first.Count, first.Lines.Count, second.Lines.Count));
        Assert.Null(second.Older);
        Assert.Equal(
            Enumerable.Range(1, 60).Reverse(), first.Lines.Concat(second.Lines).Select(l => (int)l.Number));
    }

    [Fact]
    public async Task Every_field_filters_and_a_day_is_one_of_Dutch_clocks()
    {
        await using var platform = await Town();
        // Half past eleven on Tuesday in UTC is half past midnight on Wednesday here.
        platform.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 6, 23, 30, 0, TimeSpan.Zero));
        await Record(platform, Analyst, new AuditEvent("a.done", "x", "geweigerd", "evaluatie wijkaanpak"));
        await Record(platform, Other, new AuditEvent("b.done", "y"));
        var (tuesday, wednesday) = (new DateOnly(2026, 1, 6), new DateOnly(2026, 1, 7));

        Assert.Equal(0, await Count(platform, new AuditFilter { Until = tuesday }));
        Assert.Equal(2, await Count(platform, new AuditFilter { From = wednesday, Until = wednesday }));
        Assert.Equal(1, await Count(platform, new AuditFilter { Event = "a.done" }));
        Assert.Equal(1, await Count(platform, new AuditFilter { Result = "geweigerd" }));
        Assert.Equal(1, await Count(platform, new AuditFilter { Purpose = "wijkaanpak" }));
        Assert.Equal(0, await Count(platform, new AuditFilter { Purpose = "%" }));
    }

    [Fact]
    public async Task The_same_word_draws_the_same_sample_and_another_word_another()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, [.. Enumerable.Repeat("test.happened", 40)]);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var sample = scope.Get<SampleAudit>();

        var (first, of) = await sample.Execute(AuditFilter.All, "6-1-2026", 10, Cancel);
        var (again, _) = await sample.Execute(AuditFilter.All, "6-1-2026", 10, Cancel);
        var (other, _) = await sample.Execute(AuditFilter.All, "7-1-2026", 10, Cancel);
        var (all, _) = await sample.Execute(AuditFilter.All, "6-1-2026", 100, Cancel);

        Assert.Equal((10, 40), (first.Count, of));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(40, all.Count);
    }

    [Fact]
    public async Task Every_line_is_drawn_about_as_often_as_any_other()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, [.. Enumerable.Repeat("test.happened", 20)]);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var drawn = new int[21];
        for (var word = 0; word < 200; word++)
            foreach (var line in (await scope.Get<SampleAudit>().Execute(
                AuditFilter.All, $"{word}", 5, Cancel)).Lines)
                drawn[line.Number]++;

        // 200 draws of 5 of 20: 50 each; 25 to 75 is four standard deviations to either side.
        Assert.All(drawn.Skip(1), times => Assert.InRange(times, 25, 75));
    }

    [Fact]
    public async Task Many_exports_of_one_person_on_one_day_stand_out()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, [.. Enumerable.Repeat("figures.exported", FindRisks.BulkFrom)]);
        await Write(platform, Other, [.. Enumerable.Repeat("figures.exported", FindRisks.BulkFrom - 1)]);
        platform.Clock.Advance(TimeSpan.FromDays(1));
        await Write(platform, Other, "figures.exported");

        var found = await Risks(platform, AuditRisk.BulkExport);

        Assert.Equal(FindRisks.BulkFrom, found.Count);
        Assert.All(found, line => Assert.Equal("gebruiker-a", line.Actor));
    }

    [Theory]
    [InlineData("2026-01-06T20:59:00Z", false)]
    [InlineData("2026-01-06T21:00:00Z", true)]
    [InlineData("2026-01-07T04:59:00Z", true)]
    [InlineData("2026-01-07T05:00:00Z", false)]
    [InlineData("2026-07-07T20:00:00Z", true)]
    [InlineData("2026-01-10T11:00:00Z", true)]
    public async Task Night_and_weekend_are_those_of_Dutch_clocks_in_winter_and_summer(string at, bool isOutside)
    {
        await using var platform = await Town();
        platform.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        await Write(platform, Analyst, "figures.exported");
        // Jobs of the platform work at night: that is no use by anybody.
        await Write(platform, Actor.Platform, "facts.coarsened");

        Assert.Equal(isOutside ? 1 : 0, (await Risks(platform, AuditRisk.OutsideOfficeDays)).Count);
    }

    [Fact]
    public async Task Only_the_first_use_of_a_sensitive_category_by_somebody_stands_out()
    {
        await using var platform = await Town();
        await Record(platform, Analyst, new AuditEvent("figures.viewed", "buurt · 1.4.5 · 2025-W01"));
        await Record(platform, Analyst, new AuditEvent("figures.exported", "cijfers-1.4.1-2025-W01-2025-W04"));
        await Record(platform, Analyst, new AuditEvent("figures.viewed", "buurt · 1.4.1 · 2025-W01"));
        await Record(platform, Other, new AuditEvent("figures.viewed", "gemeente · 1.4.1 · 2025-W01"));

        Assert.Equal([2, 4], (await Risks(platform, AuditRisk.FirstSensitive)).Select(l => (int)l.Number));
    }

    [Fact]
    public async Task Who_goes_on_where_she_was_gets_every_line_once()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, "one.done", "two.done", "three.done");
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        List<AuditEntry> seen = [];
        await foreach (var line in scope.Get<ReadAudit>().Stream(AuditFilter.All, 0, Cancel))
            seen.Add(line);
        await Write(platform, Other, "four.done");
        await foreach (var line in scope.Get<ReadAudit>().Stream(AuditFilter.All, seen[^1].Number, Cancel))
            seen.Add(line);

        Assert.Equal([1, 2, 3, 4], seen.Select(l => (int)l.Number));
        Assert.Equal(64, seen[0].Hash.Length);
    }

    [Fact]
    public async Task A_check_says_up_to_where_the_chain_is_right_and_stays_to_be_seen()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, "one.done", "two.done");

        Assert.Equal(new AuditVerdict.Intact(2), await Check(platform));

        var last = await Last(platform);
        Assert.True(last!.IsIntact);
        Assert.Contains("regel 2", last.Found, StringComparison.Ordinal);
        Assert.Equal(platform.Clock.GetUtcNow().UtcDateTime, last.At);
    }

    [Fact]
    public async Task A_check_finds_a_changed_line_and_a_cut_end()
    {
        await using var platform = await Town();
        await Write(platform, Analyst, "one.done", "two.done", "three.done");
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<TenantDb>().Audit.Where(l => l.Number == 2)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Actor, "iemand anders"), Cancel);
        Assert.IsType<AuditVerdict.Broken>(await Check(platform));
        Assert.False((await Last(platform))!.IsIntact);

        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<TenantDb>().Audit.Where(l => l.Number >= 3).ExecuteDeleteAsync(Cancel);
        Assert.IsType<AuditVerdict.Broken>(await Check(platform));
    }

    private async Task<TestPlatform> Town()
    {
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        return platform;
    }

    private static async Task Write(TestPlatform platform, Actor actor, params IReadOnlyList<string> events)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await using var change = await scope.Get<TenantChanges>().Begin(Cancel);
        foreach (var name in events)
            change.Record(new AuditEvent(name, "x"), actor);
        await change.Commit(Cancel);
    }

    private static async Task Record(TestPlatform platform, Actor actor, AuditEvent what)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await using var change = await scope.Get<TenantChanges>().Begin(Cancel);
        change.Record(what, actor);
        await change.Commit(Cancel);
    }

    private static async Task<long> Count(TestPlatform platform, AuditFilter filter)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return (await scope.Get<ReadAudit>().Page(filter, null, Cancel)).Count;
    }

    private static async Task<IReadOnlyList<AuditEntry>> Risks(TestPlatform platform, AuditRisk risk)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<FindRisks>().Execute(risk, AuditFilter.All, Words, Cancel);
    }

    private static async Task<AuditVerdict> Check(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<CheckAudit>().Execute(Analyst, Cancel);
    }

    private static async Task<AuditCheck?> Last(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<CheckAudit>().Last(Cancel);
    }
}
