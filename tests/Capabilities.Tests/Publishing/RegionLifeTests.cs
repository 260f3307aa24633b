using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Publishing;

public abstract class RegionLifeTests(Engine engine)
{
    public sealed class OnSqlite() : RegionLifeTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : RegionLifeTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : RegionLifeTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TenantId Enschede = TestPlatform.Enschede;
    private static readonly TenantId Hengelo = TestPlatform.Hengelo;

    [Fact]
    public async Task Without_an_agreement_nothing_is_regional()
    {
        await using var trial = await RegionOnTrial.Start(engine, decided: false);

        Assert.Null(await trial.Propose(Enschede));
        Assert.Equal("region.no-agreement", (await trial.In(Enschede, scope => scope.Get<AcceptModel>().Execute(
            AcceptanceWish.Whole(DefaultModel.Of(["GM0153"], ReportingPeriod.Month(2025, 12), ""), "analist"),
            RegionOnTrial.Analyst, Cancel)))!.Code);

        await trial.Decide();
        Assert.Null(await trial.Propose(Enschede));
        Assert.All((await trial.Region()).Members, m => Assert.Null(m.Participant));
    }

    [Fact]
    public async Task A_month_is_published_once_its_role_approved_it_and_its_day_came()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        Assert.Null(await trial.Accept(Enschede));
        // Every week of January is there, of February none: January is the newest whole month.
        var proposal = await trial.Propose(Enschede);
        Assert.Equal("2026-01", proposal!.Month);
        Assert.Null(await trial.Propose(Enschede));

        await trial.Follow(Enschede);
        Assert.Null((await trial.Region()).Find("GM0153")!.Latest);
        Assert.Equal("region.other-role", (await trial.Approve(Enschede, proposal.Number, role: "handhaving"))!.Code);
        Assert.Equal("region.note-missing", (await trial.Approve(Enschede, proposal.Number, note: "Niets."))!.Code);

        Assert.Null(await trial.Approve(Enschede, proposal.Number));
        Assert.Equal("region.not-waiting", (await trial.Approve(Enschede, proposal.Number))!.Code);
        await trial.Follow(Enschede);
        var region = await trial.Region();
        Assert.Equal("Vooral fietsen, door een nieuw meldpunt.", region.Find("GM0153")!.Latest!.Shown);
        // Five Thursdays with nine burglaries each.
        Assert.InRange(RegionOnTrial.Count(region, Enschede, "vermogen", "2026-01").Value, 42, 48);
        Assert.Equal(CountState.NotPublished, RegionOnTrial.Count(region, Enschede, "1.1.1", "2026-01").State);
    }

    [Fact]
    public async Task Before_the_agreed_day_an_approved_month_waits_and_the_approval_can_be_taken_back()
    {
        await using var trial = await RegionOnTrial.Start(engine, decided: false);
        await trial.Decide(model => model with { AgreedDay = 28 });
        Assert.Null(await trial.Accept(Enschede));
        var proposal = (await trial.Propose(Enschede))!;
        Assert.Null(await trial.Approve(Enschede, proposal.Number, note: ""));
        await trial.Follow(Enschede);

        var region = await trial.Region();
        Assert.Null(region.Find("GM0153")!.Latest);
        Assert.Equal(MonthStage.Approved, region.Find("GM0153")!.StageOf(
            region.Model!, ReportingPeriod.Month(2026, 1), new DateOnly(2026, 2, 20)));
        Assert.Null(await trial.In(Enschede, scope => scope.Get<ApproveProposal>().TakeBack(
            proposal.Number, RegionOnTrial.Analyst, Cancel)));
        Assert.Null(await trial.Approve(Enschede, proposal.Number, note: ""));

        trial.Platform.Clock.Advance(TimeSpan.FromDays(8));
        await trial.Follow(Enschede);
        Assert.Equal("Geen bijzonderheden.", (await trial.Region()).Find("GM0153")!.Latest!.Shown);
        Assert.Equal("region.not-approved", (await trial.In(Enschede, scope => scope.Get<ApproveProposal>().TakeBack(
            proposal.Number, RegionOnTrial.Analyst, Cancel)))!.Code);
    }

    [Fact]
    public async Task Not_approved_in_time_is_seen_and_never_published_by_itself()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        Assert.Null(await trial.Accept(Enschede));
        await trial.Propose(Enschede);
        trial.Platform.Clock.Advance(TimeSpan.FromDays(60));
        await trial.Follow(Enschede);

        var region = await trial.Region();
        Assert.Null(region.Find("GM0153")!.Latest);
        Assert.Equal(MonthStage.NotApproved, region.Find("GM0153")!.StageOf(
            region.Model!, ReportingPeriod.Month(2026, 1), new DateOnly(2026, 4, 21)));
        Assert.Equal(MonthStage.NotDelivered, region.Find("GM0153")!.StageOf(
            region.Model!, ReportingPeriod.Month(2026, 2), new DateOnly(2026, 4, 21)));
        Assert.Equal(MonthStage.NoAgreement, region.Find("GM0164")!.StageOf(
            region.Model!, ReportingPeriod.Month(2026, 1), new DateOnly(2026, 4, 21)));
    }

    [Fact]
    public async Task Who_withdraws_is_gone_at_once_and_a_late_message_brings_nothing_back()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        await trial.PublishAll(Enschede, Hengelo);
        Assert.Equal(2, (await trial.Region()).Members.Count(m => m.Latest is not null));

        Assert.Null(await trial.In(Enschede, async scope =>
        {
            var refused = await scope.Get<EndAcceptance>().Execute("besluit van het college", RegionOnTrial.Analyst,
                Cancel);
            await scope.Get<SendOutbox>().Execute(Cancel);
            return refused;
        }));
        await trial.Platform.Get<ApplyMessage>().Execute(
            Guid.CreateVersion7(), "GM0153",
            new RegionalMessage.Published("2026-01", 2021, 1, "", "analist", DateTime.UtcNow,
                "GM0153;vermogen;2026-01;9\n"),
            Cancel);

        var region = await trial.Region();
        Assert.Null(region.Find("GM0153")!.Participant);
        Assert.Null(region.Find("GM0153")!.Latest);
        Assert.Equal(CountState.NotPublished, RegionOnTrial.Count(region, Enschede, "vermogen", "2026-01").State);
        Assert.Equal(CountState.Shown, RegionOnTrial.Count(region, Hengelo, "vermogen", "2026-01").State);
        Assert.Equal("region.not-taking-part", (await trial.In(Enschede, scope => scope.Get<EndAcceptance>().Execute(
            "nog eens", RegionOnTrial.Analyst, Cancel)))!.Code);
    }

    [Fact]
    public async Task While_nobody_confirmed_an_agreement_its_figures_are_not_proposed()
    {
        using var scanner = new HarmlessScanner();
        string[] logins =
            ["catalogue", "identity", "publish", "regio", "jobs", "gm0153_a", "gm0153_b", "gm0164_a", "gm0164_b"];
        await using var trial = await RegionOnTrial.Start(engine, settings:
        [
            new("Igw:Profile", nameof(Profile.Hosted)), new("Igw:Scanning:Kind", "Clamd"),
            new("Igw:Scanning:Clamd", scanner.Address),
            .. logins.Select(l => new KeyValuePair<string, string?>(
                $"Igw:Database:Secrets:{l}", $"Igw1-alleen-voor-deze-proef-{l}")),
        ]);
        Assert.Null(await trial.Accept(Enschede));

        Assert.Null(await trial.Propose(Enschede));
    }

    [Fact]
    public async Task Who_accepts_on_other_terms_has_nothing_open_from_before()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        Assert.Null(await trial.Accept(Enschede));
        var before = (await trial.Propose(Enschede))!;
        Assert.Null(await trial.Approve(Enschede, before.Number));

        Assert.Null(await trial.Accept(Enschede, w => w with { Excluded = ["vermogen"], Reason = "eerst de rest" }));
        await trial.Follow(Enschede);

        Assert.Null((await trial.Region()).Find("GM0153")!.Latest);
        var now = (await trial.In(Enschede, scope => scope.Get<ShowPublishing>().Execute(Cancel))).Waiting!;
        Assert.NotEqual(before.Number, now.Number);
        Assert.DoesNotContain(
            (await trial.In(Enschede, scope => scope.Get<ShowPublishing>().Cells(now.Number, Cancel)))!,
            c => c.Name.Category == "vermogen");
    }

    [Fact]
    public async Task Who_leaves_the_platform_leaves_the_region()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        await trial.PublishAll(Enschede, Hengelo);
        var apply = trial.Platform.Get<ApplyMessage>();

        Assert.True(await apply.Remove("GM0153", Cancel));
        Assert.False(await apply.Remove("GM0153", Cancel));

        var region = await trial.Region();
        Assert.Null(region.Find("GM0153")!.Participant);
        Assert.Empty(region.Find("GM0153")!.Publications);
        Assert.NotNull(region.Find("GM0164")!.Latest);
    }

    [Fact]
    public async Task A_message_that_is_sent_twice_is_applied_once()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        await trial.PublishAll(Enschede);
        var message = new RegionalMessage.Delivered("2026-01", DateTime.UtcNow);
        var id = Guid.CreateVersion7();
        var before = (await trial.Region()).Version;

        Assert.True(await trial.Platform.Get<ApplyMessage>().Execute(id, "GM0153", message, Cancel));
        Assert.False(await trial.Platform.Get<ApplyMessage>().Execute(id, "GM0153", message, Cancel));

        Assert.Equal(before + 1, (await trial.Region()).Version);
        Assert.Single((await trial.Region()).Find("GM0153")!.Publications);
    }

    [Fact]
    public async Task The_next_publication_tells_only_what_is_new_and_a_correction_waits_for_it()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        await trial.PublishAll(Enschede);
        var before = RegionOnTrial.Count(await trial.Region(), Enschede, "vermogen", "2026-01");

        // A week of January is corrected, and February comes in.
        await trial.Platform.Submit(WeekFile.Of("2026-W02", 60), Cancel);
        Assert.Null(await trial.Propose(Enschede));
        Assert.Equal(before, RegionOnTrial.Count(await trial.Region(), Enschede, "vermogen", "2026-01"));
        foreach (var week in (string[])["2026-W06", "2026-W07", "2026-W08", "2026-W09"])
            await trial.Platform.Submit(WeekFile.Of(week, 9), Cancel);
        trial.Platform.Clock.Advance(TimeSpan.FromDays(30));
        var proposal = (await trial.Propose(Enschede))!;
        Assert.Null(await trial.Approve(Enschede, proposal.Number));
        await trial.Follow(Enschede);

        var region = await trial.Region();
        Assert.InRange(RegionOnTrial.Count(region, Enschede, "vermogen", "2026-01").Value, 93, 99);
        Assert.InRange(RegionOnTrial.Count(region, Enschede, "vermogen", "2026-02").Value, 33, 39);
        Assert.Equal(2, region.Find("GM0153")!.Publications.Count);
    }

    [Fact]
    public async Task The_region_is_read_by_a_principal_that_cannot_write()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        await trial.PublishAll(Enschede);
        await using var db = trial.Platform.Get<RegionalDatabases>().OpenToRead();

        Assert.NotEmpty(await db.Publications.ToListAsync(Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Publications.ExecuteDeleteAsync(Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Participants.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Name, "een ander"), Cancel));
        Assert.NotEmpty(await db.Publications.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_deviation_needs_a_reason_and_is_kept_out_of_everything_regional()
    {
        await using var trial = await RegionOnTrial.Start(engine);

        Assert.Equal("region.reason-missing", (await trial.Accept(Enschede, w =>
            w with { Excluded = ["geweld"] }))!.Code);
        Assert.Equal("region.from-too-early", (await trial.Accept(
            Enschede, w => w with { From = ReportingPeriod.Month(2020, 1) }))!.Code);
        Assert.Equal("region.model-changed", (await trial.Accept(Enschede, w => w with { ModelVersion = 7 }))!.Code);
        Assert.Null(await trial.Accept(Enschede, w => w with
        {
            Excluded = ["vermogen"],
            Units = RegionalUnits.Month,
            Reason = "eerst ervaring opdoen",
        }));
        var proposal = (await trial.Propose(Enschede))!;

        Assert.DoesNotContain(ProtectedCells.Read(proposal.Cells), c => c.Name.Category is "vermogen" or "1.1.1"
            || c.Name.Period.Unit != PeriodUnit.Month);
        var region = await trial.Region();
        Assert.Equal(
            ["niet per kwartaal en jaar", "zonder Vermogensdelicten"],
            region.Find("GM0153")!.Participant!.Deviations(region.Model!));
    }

    [Fact]
    public async Task A_gemeente_that_is_not_named_in_the_agreement_cannot_accept_it()
    {
        await using var trial = await RegionOnTrial.Start(engine, decided: false);
        await trial.Decide(model => model with { Members = ["GM0164"] });

        Assert.Equal("region.not-a-member", (await trial.Accept(Enschede))!.Code);
    }

    [Fact]
    public async Task A_reminder_is_written_down_once_a_day_for_who_owes_a_month()
    {
        await using var trial = await RegionOnTrial.Start(engine);
        await trial.PublishAll(Enschede);
        var remind = trial.Platform.Get<RemindMunicipality>();
        var month = ReportingPeriod.Month(2026, 1);

        Assert.Equal("region.nothing-to-ask", (await remind.Execute("GM0153", month, "coordinator", Cancel))!.Code);
        Assert.Equal("region.nothing-to-ask", (await remind.Execute("GM0164", month, "coordinator", Cancel))!.Code);
        Assert.Null(await trial.Accept(Hengelo));
        Assert.Null(await remind.Execute("GM0164", month, "coordinator", Cancel));
        Assert.Equal("region.reminded", (await remind.Execute("GM0164", month, "coordinator", Cancel))!.Code);

        var waiting = Assert.Single(await remind.Waiting(Cancel));
        await remind.Sent(waiting.Id, 1, Cancel);
        Assert.Empty(await remind.Waiting(Cancel));
        Assert.NotNull((await trial.Region()).Find("GM0164")!.Months[month].RemindedAt);
    }
}
