using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Retention;

public abstract class RetentionTests(Engine engine)
{
    public sealed class OnSqlite() : RetentionTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : RetentionTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : RetentionTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_file_goes_after_fourteen_days_with_what_its_findings_quote()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 1) with { Rows = ["geheim;woord"] }, Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.Empty((await Run(platform)).Destroyed);

        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1], (await Run(platform)).Destroyed.Select(d => d.Delivery));

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var left = (await scope.Get<ShowDelivery>().Execute(1, Cancel))!;
        Assert.Equal((DeliveryState.Destroyed, 64), (left.Line.State, left.Line.Sha256.Length));
        Assert.Contains("bewaartermijn verstreken", left.Reason, StringComparison.Ordinal);
        Assert.Empty(left.Findings);
        var quarantine = scope.Get<TenantFiles>().Folder(TenantPlace.Quarantine);
        Assert.DoesNotContain(Directory.GetFiles(quarantine), f => !f.EndsWith(
            DeliveryNote.Suffix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_original_goes_after_the_agreed_months_and_its_figures_stay()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await Agree(platform, "bewaren", "2");
        platform.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero));
        Assert.Empty((await Run(platform)).Destroyed);

        platform.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 5, 9, 0, 1, TimeSpan.Zero));
        Assert.Equal(DestroyedPart.Original, Assert.Single((await Run(platform)).Destroyed).What);

        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var proof = Assert.Single((await scope.Get<ListProofs>().Execute(Cancel)).Destroyed);
        Assert.Equal((1L, true, "platform"), (proof.Delivery, proof.OriginalOnly, proof.By));
        Assert.Single(await Recorded(scope, "delivery.original-destroyed"));
    }

    [Fact]
    public async Task By_default_an_original_stays_thirteen_months()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var planned = Assert.Single((await scope.Get<PlanRetention>().Execute(Cancel)).Destructions);

        Assert.Equal(new DateTime(2027, 2, 5, 9, 0, 0, DateTimeKind.Utc), planned.DueAt);
    }

    [Fact]
    public async Task Running_again_does_nothing_and_looking_changes_nothing()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(420));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        for (var look = 0; look < 2; look++)
            Assert.Single((await scope.Get<PlanRetention>().Execute(Cancel)).Due);

        Assert.Single((await Run(platform)).Destroyed);
        Assert.Empty((await Run(platform)).Destroyed);

        Assert.Single((await scope.Get<ListProofs>().Execute(Cancel)).Destroyed);
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task A_run_that_was_killed_between_list_and_deed_is_finished_by_the_next()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(420));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var sha = (await scope.Get<ShowDelivery>().Execute(1, Cancel))!.Line.Sha256;
        await scope.Get<ListDestroyed>().Add(
            TestPlatform.Enschede,
            [
                new Destruction
                {
                    Tenant = "GM0153", Delivery = 1, Sha256 = sha, OriginalOnly = true, By = "platform",
                    Why = "termijn", At = platform.Clock.GetUtcNow().UtcDateTime,
                },
            ], Cancel);

        Assert.Single((await Run(platform)).Destroyed);

        Assert.Single((await scope.Get<ListProofs>().Execute(Cancel)).Destroyed);
        Assert.DoesNotContain(
            Directory.GetFiles(scope.Get<TenantFiles>().Folder(TenantPlace.Archive)),
            f => !f.EndsWith(DeliveryNote.Suffix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_delivery_that_counts_after_all_is_left_alone()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var outcome = await scope.Get<DestroyDelivery>().Refused(1, "termijn", Actor.Platform, Cancel);

        Assert.IsType<DecideDelivery.Outcome.WrongState>(outcome);
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task After_five_years_weekday_and_daypart_are_forgotten_and_counts_stay()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2020-W52", 3, 4, 5), Cancel);
        Assert.Equal("3, 4, 5", await Nights(platform));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        // Five years back from 5 January 2026 lies in the first week of 2021.
        Assert.Equal(2, (await Run(platform)).Coarsened);

        Assert.Equal("0, 0, 5", await Nights(platform));
        Assert.Equal("3, 4, 5", await Totals(platform));
        Assert.Single(await Recorded(scope, "facts.coarsened"));
        var forgotten = (await scope.Get<ListProofs>().Execute(Cancel)).Detail!;
        Assert.Equal("2021-W01", forgotten.First.ToString());
        Assert.Equal(0, (await Run(platform)).Coarsened);
    }

    [Fact]
    public async Task Another_process_forgets_too_and_so_does_looking_back()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2020-W52", 3, 4, 5), Cancel);
        await using var other = await platform.StartAnother(Cancel);
        Assert.Equal("3, 4, 5", await Nights(other));
        var before = (await other.Total("2020-W52", "2020-W52", Cancel)).Version;

        await Run(platform);

        Assert.Equal("0, 0, 5", await Nights(other));
        Assert.Equal("0, 0, 5", await Nights(other, KnownOn.AtVersion(before)));
    }

    [Fact]
    public async Task What_a_restore_brings_back_is_destroyed_again()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2020-W52", 3, 4, 5), Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 1) with { Rows = ["geheim;woord"] }, Cancel);
        var copy = Path.Combine(platform.Data.Root, "kopie.zip");
        await platform.Get<BackupTenant>().Execute(
            TestPlatform.Enschede, new BackupTenant.Target(copy, false, _ => { }), Actor.CommandLine, Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(420));
        await Run(platform);

        await platform.Get<RestoreTenant>().Execute(
            TestPlatform.Enschede, copy,
            new RenewalRequest(Actor.CommandLine, TimeSpan.Zero, _ => { }), Cancel);
        // What this process knows of its gemeenten is a second old at most.
        platform.Clock.Advance(TimeSpan.FromSeconds(2));

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Equal(DeliveryState.Destroyed, (await scope.Get<ShowDelivery>().Execute(2, Cancel))!.Line.State);
        Assert.DoesNotContain(await scope.Get<TenantFiles>().Kept(Cancel), f => !f.Name.EndsWith(
            DeliveryNote.Suffix, StringComparison.Ordinal));
        Assert.Equal("0, 0, 0", await Nights(platform));
        Assert.Equal("3, 4, 5", await Totals(platform));
    }

    [Fact]
    public async Task A_gemeente_decides_her_own_terms()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 1) with { Rows = ["onzin"] }, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<SetRetention>().Execute(new Keeping(3, 2), "", Person.AtCommandLine, Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Single((await Run(platform)).Destroyed);
        Assert.Equal("2024-W02", (await scope.Get<PlanRetention>().Execute(Cancel)).FirstWithDetail.ToString());
        Assert.IsType<RequestOutcome.Refused>(
            await scope.Get<SetRetention>().Execute(new Keeping(0, 5), "", Person.AtCommandLine, Cancel));
    }

    private static async Task<RetentionRun> Run(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<RunRetention>().Execute(Actor.Platform, Cancel);
    }

    private static async Task Agree(TestPlatform platform, string key, string value)
    {
        var found = (await platform.Get<ShowAgreement>().Newest(
            TestPlatform.Enschede, SupplierCode.Police, ContractName.PolitieWeek, Cancel))!;
        Assert.IsType<AgreementOutcome.Altered>(await platform.Get<ChangeAgreement>().Execute(
            new AgreementRequest
            {
                Tenant = TestPlatform.Enschede, Id = found.Line.Id, Reason = "proef",
                Given = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value },
            }, Actor.CommandLine, Cancel));
    }

    /// <summary>What happened at night in the weeks 52 and 53 of 2020 and 1 of 2021.</summary>
    private static async Task<string> Nights(TestPlatform platform, KnownOn? known = null)
    {
        var nights = new List<int>();
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);
        foreach (var week in Weeks)
        {
            var outcome = await scope.Get<AnswerMoments>().Answer(
                new MomentsQuestion
                {
                    Area = AreaCode.Parse("GM0153"), Category = CategoryCode.Parse("totaal"), KnownOn = known,
                    Weeks = new WeekRange(IsoWeek.Parse(week), IsoWeek.Parse(week)),
                },
                new Viewer(AreaCode.Parse("GM0153"), Ring.Exact, "test"), Cancel);
            nights.Add(Assert.IsType<MomentsOutcome.Answered>(outcome).Answer.Rows[1].Counts[0]!.Value);
        }
        return string.Join(", ", nights);
    }

    private static readonly string[] Weeks = ["2020-W52", "2020-W53", "2021-W01"];

    private static async Task<string> Totals(TestPlatform platform)
    {
        var totals = new List<int?>();
        foreach (var week in Weeks)
            totals.Add(await platform.Count(week, Cancel));
        return string.Join(", ", totals);
    }

    private static async Task<IReadOnlyList<string>> Recorded(TenantScope scope, string what)
    {
        var lines = scope.Get<TenantDb>().Audit;
        return await lines.Where(l => l.Event == what).Select(l => l.Subject).ToListAsync(Cancel);
    }
}
