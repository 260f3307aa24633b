using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity.Accounts;

public abstract class ColleagueTests(Engine engine)
{
    public sealed class OnSqlite() : ColleagueTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ColleagueTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ColleagueTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private const string New = "nieuw@voorbeeld.example";

    [Fact]
    public async Task Stopping_access_at_one_gemeente_leaves_another_as_it_was_and_is_undone_by_giving_it_back()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("beide", (Role.Analyst, "GM0153"), (Role.Analyst, "GM0164"));
        foreach (var (host, tenant) in new[] { ("gm0153", "GM0153"), ("gm0164", "GM0164"), ("id", "") })
            await people.SignIn(user, host, tenant);
        var before = (await people.Recorded(TestPlatform.Hengelo)).Count;

        await people.Get<DisableUser>().Execute(
            TestPlatform.Enschede, user, "uit dienst", people.Administrator, Cancel);

        Assert.False(await people.May(user, Permission.ReadFigures, "gm0153"));
        Assert.True(await people.May(user, Permission.ReadFigures, "gm0164"));
        Assert.Equal(["gm0164"], await people.HostsOf(user));
        Assert.Equal(ColleagueState.Disabled, (await people.Colleague(user)).State);
        Assert.Equal(before, (await people.Recorded(TestPlatform.Hengelo)).Count);

        await people.Get<EnableUser>().Execute(TestPlatform.Enschede, user, people.Administrator, Cancel);

        Assert.True(await people.May(user, Permission.ReadFigures, "gm0153"));
        Assert.Equal(
            ["user.disabled", "user.enabled"],
            (await people.Recorded(TestPlatform.Enschede)).Select(r => r.Event).TakeLast(2));
    }

    [Fact]
    public async Task Signing_somebody_out_ends_here_and_at_the_provider_and_not_next_door()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("beide", (Role.Analyst, "GM0153"), (Role.Analyst, "GM0164"));
        foreach (var (host, tenant) in new[] { ("gm0153", "GM0153"), ("gm0164", "GM0164"), ("id", "") })
            await people.SignIn(user, host, tenant);

        await people.Get<SignOutUser>().Execute(TestPlatform.Enschede, user, people.Administrator, Cancel);

        Assert.Equal(["gm0164"], await people.HostsOf(user));
        Assert.Equal(0, (await people.Colleague(user)).Tickets);
    }

    [Fact]
    public async Task A_list_of_a_gemeente_says_nothing_of_another()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("beide", (Role.PolicyOfficer, "GM0153"), (Role.Analyst, "GM0164"));
        await people.SignIn(user, "gm0164", "GM0164");

        var colleague = await people.Colleague(user);

        Assert.Equal([Role.PolicyOfficer], colleague.Roles.Select(r => r.Role));
        Assert.Equal((0, null), (colleague.Tickets, colleague.SignedInAt));
    }

    [Fact]
    public async Task A_new_link_makes_the_one_before_void_and_an_invitation_is_taken_back()
    {
        await using var people = await People.Start(engine, Cancel);
        var invited = Assert.IsType<InvitationOutcome.Invited>(
            await people.Invite(New, Role.Analyst, "GM0153", people.Administrator));
        Assert.Equal(ColleagueState.Invited, (await people.Colleague(invited.User)).State);

        var again = Assert.IsType<InviteAgain.Outcome.Invited>(await people.Get<InviteAgain>().Execute(
            TestPlatform.Enschede, invited.User, people.Administrator, Cancel));
        Assert.False(await Works(people, invited.Link));
        Assert.True(await Works(people, again.Link));

        Assert.IsType<AccessOutcome.Done>(await people.Get<WithdrawInvitation>().Execute(
            TestPlatform.Enschede, invited.User, people.Administrator, Cancel));
        Assert.False(await Works(people, again.Link));
        var left = await people.Colleague(invited.User);
        Assert.Equal(ColleagueState.NotAccepted, left.State);
        Assert.DoesNotContain(left.Roles, r => r.Holds);
    }

    [Fact]
    public async Task A_gemeente_gets_no_link_to_an_account_that_is_anothers_too()
    {
        await using var people = await People.Start(engine, Cancel);
        await people.Invite(New, Role.Analyst, "GM0164", Person.AtCommandLine);

        var had = Assert.IsType<InvitationOutcome.HadAccount>(
            await people.Invite(New, Role.Analyst, "GM0153", people.Administrator));
        Assert.IsType<InviteAgain.Outcome.Refused>(await people.Get<InviteAgain>().Execute(
            TestPlatform.Enschede, had.User, people.Administrator, Cancel));
        await people.Get<WithdrawInvitation>().Execute(
            TestPlatform.Enschede, had.User, people.Administrator, Cancel);

        Assert.True(await people.May(had.User, Permission.ReadFigures, "gm0164"));
        Assert.False(await people.May(had.User, Permission.ReadFigures, "gm0153"));
    }

    [Fact]
    public async Task Two_people_made_at_the_same_time_have_names_of_their_own_on_the_record()
    {
        await using var people = await People.Start(engine, Cancel);

        var (one, other) = (await people.Add("een"), await people.Add("ander"));

        Assert.NotEqual(Pseudonym.Of(one), Pseudonym.Of(other));
    }

    private static async Task<bool> Works(People people, Uri link)
    {
        var (hash, now) = (
            InviteUser.HashOf(link.Segments[^1]), people.Platform.Clock.GetUtcNow().UtcDateTime);
        await using var db = await people.Db();
        return db.Invitations.Any(i => i.SecretHash == hash && i.UsedAt == null && i.ExpiresAt > now);
    }
}
