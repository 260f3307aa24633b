using Microsoft.EntityFrameworkCore;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity.Roles;

public abstract class MandateTests(Engine engine)
{
    public sealed class OnSqlite() : MandateTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : MandateTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : MandateTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exact_figures_are_seen_only_once_a_second_person_approved_the_mandate()
    {
        await using var people = await People.Start(engine, Cancel);
        var (reader, officer) = (
            await people.Add("handhaver", (Role.Enforcement, "GM0153")),
            await people.Add("officer", (Role.PrivacyOfficer, "GM0153")));

        var request = await Ask(people, reader, Exact);
        Assert.False(await people.May(reader, Permission.ReadExactFigures, "gm0153"));

        await Approve(people, request, People.As(officer, "privacy-officer"));

        Assert.True(await people.May(reader, Permission.ReadExactFigures, "gm0153"));
        Assert.False(await people.May(reader, Permission.ReadExactFigures, "gm0164"));
        Assert.Equal(
            ["change.asked", "change.approved", "role.given"],
            (await people.Recorded(TestPlatform.Enschede)).Select(r => r.Event).TakeLast(3));
        var held = (await people.Colleague(reader)).Roles.Single(r => r.Purpose.Length > 0);
        Assert.Equal(["exact bij mandaat"], held.Flags);
    }

    [Fact]
    public async Task Nobody_approves_a_mandate_for_herself()
    {
        await using var people = await People.Start(engine, Cancel);
        var officer = await people.Add("officer", (Role.PrivacyOfficer, "GM0153"), (Role.Enforcement, "GM0153"));
        var request = await Ask(people, officer, Exact);

        await using var scope = await people.Platform.Open(TestPlatform.Enschede, Cancel);
        Assert.IsType<DecideChange.Outcome.Own>(await scope.Get<DecideChange>().Approve(
            request, "", People.As(officer, "privacy-officer"), Cancel));
    }

    [Fact]
    public async Task The_right_to_approve_is_given_by_two_as_well()
    {
        await using var people = await People.Start(engine, Cancel);
        var reader = await people.Add("lezer", (Role.PolicyOfficer, "GM0153"));

        await Ask(people, reader, new NewMembership { Role = Role.PrivacyOfficer, At = "GM0153" });

        Assert.False(await people.May(reader, Permission.Approve, "gm0153"));
    }

    [Fact]
    public async Task An_approval_that_was_cut_off_is_finished_once_and_never_twice()
    {
        await using var people = await People.Start(engine, Cancel);
        var reader = await people.Add("handhaver", (Role.Enforcement, "GM0153"));
        var request = await Ask(people, reader, Exact);
        await using var scope = await people.Platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<TenantDb>().ChangeRequests.Where(r => r.Id == request)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ChangeState.Approved), Cancel);

        for (var time = 0; time < 2; time++)
        {
            await scope.Get<SettleChanges>().Execute(Cancel);
            // As if it was killed between giving the role and noting that it was done.
            await scope.Get<TenantDb>().ChangeRequests.Where(r => r.Id == request)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, (DateTime?)null), Cancel);
        }

        Assert.True(await people.May(reader, Permission.ReadExactFigures, "gm0153"));
        Assert.Single((await people.Colleague(reader)).Roles, r => r.Id == request);
    }

    [Fact]
    public async Task A_mandate_whose_end_has_passed_is_not_approved_any_more()
    {
        await using var people = await People.Start(engine, Cancel);
        var (reader, officer) = (
            await people.Add("handhaver", (Role.Enforcement, "GM0153")),
            await people.Add("officer", (Role.PrivacyOfficer, "GM0153")));
        var request = await Ask(people, reader, Exact with { Until = new DateOnly(2026, 1, 10) });
        people.Platform.Clock.Advance(TimeSpan.FromDays(10));

        await using var scope = await people.Platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<DecideChange>().Approve(
            request, "", People.As(officer, "privacy-officer"), Cancel);

        Assert.Contains(
            "10-01-2026", Assert.IsType<DecideChange.Outcome.Refused>(outcome).Sentence, StringComparison.Ordinal);
    }

    private static NewMembership Exact => new()
    {
        Role = Role.Enforcement, At = "GM0153", Until = new DateOnly(2026, 12, 31), Purpose = "avondtoezicht",
        IsExact = true,
    };

    private static async Task<Guid> Ask(People people, Guid user, NewMembership given) =>
        Assert.IsType<GrantOutcome.Asked>(await people.Get<GrantRole>().Execute(
            user, given, new("avondtoezicht"), people.Administrator, Cancel)).Request;

    private static async Task Approve(People people, Guid request, Person by)
    {
        await using var scope = await people.Platform.Open(TestPlatform.Enschede, Cancel);
        Assert.IsType<DecideChange.Outcome.Decided>(
            await scope.Get<DecideChange>().Approve(request, "", by, Cancel));
    }
}
