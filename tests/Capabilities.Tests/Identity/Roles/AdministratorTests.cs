using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity.Roles;

public abstract class AdministratorTests(Engine engine)
{
    public sealed class OnSqlite() : AdministratorTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AdministratorTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : AdministratorTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_is_given_and_taken_on_the_record_and_put_back_within_the_hour()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("lezer", (Role.PolicyOfficer, "GM0153"));

        Assert.IsType<GrantOutcome.Given>(await Give(people, user, Role.Analyst));
        Assert.True(await people.May(user, Permission.ReadExactFigures, "gm0153"));
        var role = (await people.Colleague(user)).Roles.Single(r => r.Role == Role.Analyst).Id;
        Assert.IsType<AccessOutcome.Done>(await Take(people, role));
        Assert.False(await people.May(user, Permission.ReadExactFigures, "gm0153"));

        Assert.IsType<AccessOutcome.Done>(await Restore(people, role));
        Assert.True(await people.May(user, Permission.ReadExactFigures, "gm0153"));
        await Take(people, role);
        people.Platform.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.IsType<AccessOutcome.Refused>(await Restore(people, role));

        var (subject, actor) = ($"analist · {Pseudonym.Of(user)}", people.Administrator.Actor.Name);
        Assert.Equal(
            [
                ("role.given", subject, actor), ("role.taken", subject, actor), ("role.restored", subject, actor),
                ("role.taken", subject, actor),
            ],
            (await people.Recorded(TestPlatform.Enschede)).TakeLast(4));
    }

    [Fact]
    public async Task An_administrator_does_not_end_her_own_access_and_the_last_one_stays()
    {
        await using var people = await People.Start(engine, Cancel);
        var (me, invited) = (people.Administrator.User!.Value, "nieuw@voorbeeld.example");
        // Who was invited and never came is nobody to rely on.
        await people.Invite(invited, Role.TenantAdministrator, "GM0153", people.Administrator);
        var role = (await people.Colleague(me)).Roles.Single().Id;

        var own = Assert.IsType<AccessOutcome.Refused>(await Take(people, role));
        Assert.Contains("uw eigen rol van tenantbeheerder", own.Sentence, StringComparison.Ordinal);
        Assert.IsType<AccessOutcome.Refused>(await Disable(people, me, people.Administrator));

        var outsider = People.As(Guid.CreateVersion7(), "tenantbeheerder");
        var last = Assert.IsType<AccessOutcome.Refused>(await Disable(people, me, outsider));
        Assert.Contains("laatste tenantbeheerder", last.Sentence, StringComparison.Ordinal);

        var second = await people.Add("tweede", (Role.TenantAdministrator, "GM0153"));
        Assert.IsType<AccessOutcome.Done>(await Disable(people, me, People.As(second, "tenantbeheerder")));
    }

    [Fact]
    public async Task What_is_not_of_a_gemeente_she_does_not_give()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("lezer", (Role.PolicyOfficer, "GM0153"));

        foreach (var role in (Role[])[Role.Supplier, Role.Operator, Role.RegionalCoordinator])
            Assert.IsType<GrantOutcome.Refused>(await Give(people, user, role));
        Assert.IsType<InvitationOutcome.Refused>(
            await people.Invite("nieuw@voorbeeld.example", Role.Supplier, "GM0153", people.Administrator));
    }

    [Fact]
    public async Task Who_works_elsewhere_only_is_not_found_and_a_role_elsewhere_not_touched()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("buur", (Role.Analyst, "GM0164"));
        await using var db = await people.Db();
        var role = db.Memberships.Single(m => m.User == user).Id;

        Assert.IsType<GrantOutcome.Unknown>(await Give(people, user, Role.Analyst));
        Assert.IsType<AccessOutcome.Unknown>(await Take(people, role));
        Assert.IsType<AccessOutcome.Unknown>(await Restore(people, role));
        Assert.IsType<AccessOutcome.Unknown>(await Disable(people, user, people.Administrator));
        Assert.IsType<AccessOutcome.Unknown>(await people.Get<SignOutUser>().Execute(
            TestPlatform.Enschede, user, people.Administrator, Cancel));
        Assert.DoesNotContain(
            await people.Get<ListColleagues>().Execute(TestPlatform.Enschede, Cancel), c => c.Id == user);
        Assert.True(await people.May(user, Permission.ReadExactFigures, "gm0164"));
    }

    [Fact]
    public async Task A_role_that_follows_from_a_group_is_ended_where_the_group_is_and_stopping_access_holds_anyhow()
    {
        await using var people = await People.Start(engine, Cancel);
        var user = await people.Add("groep");
        await people.Get<GiveRole>().Execute(
            user, new NewMembership { Role = Role.Analyst, At = "GM0153" }, FollowGroups.ByGroups, Cancel);
        var role = (await people.Colleague(user)).Roles.Single();

        Assert.True(role.IsByGroup);
        Assert.IsType<AccessOutcome.Refused>(await Take(people, role.Id));
        await Disable(people, user, people.Administrator);
        // She signs in again and her groups give her the role once more.
        await people.Get<GiveRole>().Execute(
            user, new NewMembership { Role = Role.Analyst, At = "GM0153" }, FollowGroups.ByGroups, Cancel);

        Assert.False(await people.May(user, Permission.ReadFigures, "gm0153"));
    }

    private static Task<GrantOutcome> Give(People people, Guid user, Role role) => people.Get<GrantRole>().Execute(
        user, new NewMembership { Role = role, At = "GM0153" }, new("proef"), people.Administrator, Cancel);

    private static Task<AccessOutcome> Take(People people, Guid role) =>
        people.Get<TakeRole>().Execute("GM0153", role, "klaar", people.Administrator, Cancel);

    private static Task<AccessOutcome> Restore(People people, Guid role) =>
        people.Get<RestoreRole>().Execute(TestPlatform.Enschede, role, people.Administrator, Cancel);

    private static Task<AccessOutcome> Disable(People people, Guid user, Person by) =>
        people.Get<DisableUser>().Execute(TestPlatform.Enschede, user, "uit dienst", by, Cancel);
}
