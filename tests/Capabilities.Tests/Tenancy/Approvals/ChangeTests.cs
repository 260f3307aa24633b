using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy.Approvals;

public abstract class ChangeTests(Engine engine)
{
    public sealed class OnSqlite() : ChangeTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ChangeTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ChangeTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Person Administrator =
        new(Guid.CreateVersion7(), "tenantbeheerder", new Actor("gebruiker-1", "website"));

    private static readonly Person Officer =
        new(Guid.CreateVersion7(), "privacy-officer", new Actor("gebruiker-2", "website"));

    [Fact]
    public async Task Nothing_changes_until_a_second_person_approves_and_both_are_on_the_record()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var request = await Ask(scope, new Keeping(30, 3));

        Assert.Equal(new Keeping(14, 5), await Keeping(scope));
        var line = Assert.Single(await scope.Get<ListChanges>().Execute(Cancel));
        Assert.Equal(
            [new("geweigerde bestanden", "14 dagen", "30 dagen"), new("weekdag en dagdeel", "5 jaar", "3 jaar")],
            line.Values);
        Assert.Equal(("tenantbeheerder", "proef", ChangeState.Open), (line.AskedAs, line.Why, line.State));

        Assert.IsType<DecideChange.Outcome.Decided>(
            await scope.Get<DecideChange>().Approve(request, "akkoord", Officer, Cancel));

        Assert.Equal(new Keeping(30, 3), await Keeping(scope));
        Assert.Equal(
            [("change.asked", "gebruiker-1"), ("change.approved", "gebruiker-2"), ("retention.set", "gebruiker-2")],
            await Recorded(scope));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task Nobody_decides_about_what_she_asked_herself()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var request = await Ask(scope, new Keeping(30, 3));
        var both = Administrator with { Roles = "tenantbeheerder, privacy-officer" };

        Assert.IsType<DecideChange.Outcome.Own>(await scope.Get<DecideChange>().Approve(request, "", both, Cancel));
        Assert.IsType<DecideChange.Outcome.Own>(
            await scope.Get<DecideChange>().Reject(request, "toch niet", both, Cancel));

        Assert.Equal(new Keeping(14, 5), await Keeping(scope));
        Assert.Equal(["change.asked"], (await Recorded(scope)).Select(r => r.Event));
    }

    [Fact]
    public async Task Rejecting_needs_a_reason_and_changes_nothing()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var request = await Ask(scope, new Keeping(30, 3));
        var decide = scope.Get<DecideChange>();

        Assert.IsType<DecideChange.Outcome.Refused>(await decide.Reject(request, " ", Officer, Cancel));
        Assert.IsType<DecideChange.Outcome.Decided>(await decide.Reject(request, "te kort", Officer, Cancel));

        Assert.IsType<DecideChange.Outcome.WrongState>(await decide.Approve(request, "", Officer, Cancel));
        Assert.Equal(new Keeping(14, 5), await Keeping(scope));
        var line = Assert.Single(await scope.Get<ListChanges>().Execute(Cancel));
        Assert.Equal((ChangeState.Rejected, "te kort"), (line.State, line.Reason));
    }

    [Fact]
    public async Task After_thirty_days_nobody_can_approve_and_that_it_expired_is_on_the_record_once()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var request = await Ask(scope, new Keeping(30, 3));
        platform.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await scope.Get<SettleChanges>().Execute(Cancel));

        platform.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<DecideChange.Outcome.WrongState>(
            await scope.Get<DecideChange>().Approve(request, "", Officer, Cancel));
        Assert.Equal(1, await scope.Get<SettleChanges>().Execute(Cancel));
        Assert.Equal(0, await scope.Get<SettleChanges>().Execute(Cancel));
        Assert.Single(await Recorded(scope), r => r.Event == "change.expired");
        // What expired stands in nobody's way.
        await Ask(scope, new Keeping(30, 3));
    }

    [Fact]
    public async Task Two_requests_about_the_same_never_wait_together_and_only_who_asked_takes_one_back()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var request = await Ask(scope, new Keeping(30, 3));

        var second = await scope.Get<SetRetention>().Execute(new Keeping(20, 3), "beter", Administrator, Cancel);
        Assert.Contains(
            "Er wacht al een aanvraag over bewaartermijnen",
            Assert.IsType<RequestOutcome.Refused>(second).Sentence, StringComparison.Ordinal);
        Assert.IsType<DecideChange.Outcome.Unknown>(
            await scope.Get<DecideChange>().TakeBack(request, Officer, Cancel));
        Assert.IsType<DecideChange.Outcome.Decided>(
            await scope.Get<DecideChange>().TakeBack(request, Administrator, Cancel));

        await Ask(scope, new Keeping(20, 3));
    }

    [Fact]
    public async Task What_cannot_be_is_never_asked_and_what_holds_already_neither()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var wrong = await scope.Get<SetLimits>().Execute(new Limits(8, 4, 1, 10), "proef", Administrator, Cancel);
        Assert.Equal(
            "Keer meer of minder dan gebruikelijk: '1' klopt niet. Het moet zijn: 2 tot en met 20.",
            Assert.IsType<RequestOutcome.Refused>(wrong).Sentence);
        Assert.IsType<RequestOutcome.Unchanged>(
            await scope.Get<SetLimits>().Execute(new Limits(8, 4, 4, 10), "proef", Administrator, Cancel));
        Assert.IsType<RequestOutcome.Refused>(
            await scope.Get<SetLimits>().Execute(new Limits(8, 4, 5, 10), " ", Administrator, Cancel));
        Assert.Empty(await scope.Get<ListChanges>().Execute(Cancel));
    }

    [Fact]
    public async Task On_one_machine_the_command_line_is_alone_and_the_record_says_so()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        Assert.IsType<RequestOutcome.Applied>(await scope.Get<SetLimits>().Execute(
            new Limits(8, 4, 5, 10), "", Person.AtCommandLine, Cancel));

        Assert.Equal(5, (await scope.Get<ShowLimits>().Execute(Cancel)).SumFactor);
        Assert.Equal(["change.applied-alone", "limits.set"], (await Recorded(scope)).Select(r => r.Event));
        Assert.Equal(ChangeState.Alone, Assert.Single(await scope.Get<ListChanges>().Execute(Cancel)).State);
    }

    [Fact]
    public async Task Who_approves_sees_first_what_changed_meanwhile()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var request = await Ask(scope, new Keeping(30, 3));
        await scope.Get<SetRetention>().Execute(new Keeping(7, 5), "", Person.AtCommandLine, Cancel);

        Assert.IsType<DecideChange.Outcome.Outdated>(
            await scope.Get<DecideChange>().Approve(request, "", Officer, Cancel));

        Assert.Equal(new Keeping(7, 5), await Keeping(scope));
    }

    [Fact]
    public async Task On_a_platform_for_others_the_command_line_waits_for_a_second_person_too()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var hosted = new RequestChange(
            scope.Get<TenantChanges>(), scope.Get<ChangeKinds>(), scope.Get<FinishChange>(),
            Microsoft.Extensions.Options.Options.Create(new TenancyOptions { Profile = Profile.Hosted }));

        Assert.IsType<RequestOutcome.Asked>(
            await hosted.Execute(new Keeping(30, 3), "proef", Person.AtCommandLine, Cancel));

        Assert.Equal(new Keeping(14, 5), await Keeping(scope));
    }

    private static async Task<Guid> Ask(TenantScope scope, Keeping keeping) =>
        Assert.IsType<RequestOutcome.Asked>(
            await scope.Get<SetRetention>().Execute(keeping, "proef", Administrator, Cancel)).Request;

    private static async Task<Keeping> Keeping(TenantScope scope) =>
        (await scope.Get<PlanRetention>().Execute(Cancel)).Keeping;

    private static async Task<IReadOnlyList<(string Event, string Actor)>> Recorded(TenantScope scope) =>
        [.. (await scope.Get<TenantDb>().Audit.AsNoTracking()
                .Where(l => l.Event.StartsWith("change.") || l.Event.EndsWith(".set")).OrderBy(l => l.Number)
                .ToListAsync(Cancel))
            .Select(l => (l.Event, l.Actor))];
}
