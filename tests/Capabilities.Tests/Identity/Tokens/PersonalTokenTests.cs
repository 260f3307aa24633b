using Microsoft.EntityFrameworkCore;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity.Tokens;

public abstract class PersonalTokenTests(Engine engine)
{
    public sealed class OnSqlite() : PersonalTokenTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : PersonalTokenTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : PersonalTokenTests(Engine.SqlServer);

    private const string Enschede = "GM0153";
    private const string Hengelo = "GM0164";
    private static readonly DateOnly Until = new(2026, 6, 30);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_opens_its_own_use_at_its_own_gemeente_and_nothing_else()
    {
        await using var platform = await TwoTowns();
        var user = await Invited(platform, Role.Analyst, Enschede);
        await platform.Get<GiveRole>().Execute(
            user, new NewMembership { Role = Role.Analyst, At = Hengelo }, Actor.CommandLine, Cancel);
        var secret = await Made(platform, user);

        Assert.Equal(user, (await Find(platform, secret, Enschede))?.User);
        Assert.Null(await Find(platform, secret, Hengelo));
        Assert.Null(await Find(platform, secret, Enschede, TokenUse.ProcessingLog));
        Assert.Null(await Find(platform, secret + "x", Enschede));
        Assert.Null(await Find(platform, "", Enschede));
    }

    [Fact]
    public async Task Only_its_hash_is_stored_and_its_own_gemeente_hears_that_it_was_tried_elsewhere()
    {
        await using var platform = await TwoTowns();
        var user = await Invited(platform, Role.Analyst, Enschede);
        var secret = await Made(platform, user);
        await Find(platform, secret, Hengelo);

        await using var db = await platform.Get<IDbContextFactory<IdentityDb>>().CreateDbContextAsync(Cancel);
        Assert.NotEqual(secret, (await db.PersonalTokens.SingleAsync(Cancel)).SecretHash);
        Assert.Equal(
            ["role.given", "token.made", "token.refused"], await Events(platform, TestPlatform.Enschede));
        Assert.DoesNotContain("token.refused", await Events(platform, TestPlatform.Hengelo));
    }

    [Fact]
    public async Task A_withdrawn_token_is_worth_nothing_and_only_its_owner_withdraws_it()
    {
        await using var platform = await TwoTowns();
        var (user, other) = (await Invited(platform, Role.Analyst, Enschede),
            await Invited(platform, Role.Analyst, Enschede));
        var secret = await Made(platform, user);
        var token = Assert.Single(await List(platform, user));
        var withdraw = platform.Get<WithdrawPersonalToken>();

        Assert.False(await withdraw.Execute(other, Enschede, token.Id, Cancel));
        Assert.False(await withdraw.Execute(user, Hengelo, token.Id, Cancel));
        Assert.NotNull(await Find(platform, secret, Enschede));
        Assert.True(await withdraw.Execute(user, Enschede, token.Id, Cancel));

        Assert.Null(await Find(platform, secret, Enschede));
        Assert.False(Assert.Single(await List(platform, user)).Holds);
    }

    [Fact]
    public async Task A_token_ends_on_its_last_day()
    {
        await using var platform = await TwoTowns();
        var secret = await Made(platform, await Invited(platform, Role.Analyst, Enschede));

        platform.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 23, 0, 0, TimeSpan.Zero));
        Assert.NotNull(await Find(platform, secret, Enschede));
        platform.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 0, 0, 1, TimeSpan.Zero));
        Assert.Null(await Find(platform, secret, Enschede));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_ends_with_the_role_it_was_made_by_and_with_the_account(bool disabled)
    {
        await using var platform = await TwoTowns();
        var user = await Invited(platform, Role.Analyst, Enschede);
        var secret = await Made(platform, user);
        await using (var db = await platform.Get<IDbContextFactory<IdentityDb>>().CreateDbContextAsync(Cancel))
        {
            if (disabled)
                (await db.Users.SingleAsync(u => u.Id == user, Cancel)).IsDisabled = true;
            else
                (await db.Memberships.SingleAsync(m => m.User == user, Cancel)).WithdrawnAt =
                    platform.Clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Null(await Find(platform, secret, Enschede));
    }

    [Fact]
    public async Task A_token_by_mandate_cannot_outlast_the_mandate()
    {
        await using var platform = await TwoTowns();
        var user = await Invited(platform, Role.RegionalAnalyst, Enschede, new DateOnly(2026, 3, 31));

        Assert.Contains("31-03-2026", await Refused(platform, user, Until), StringComparison.Ordinal);
        Assert.IsType<TokenMade.Done>(await Make(platform, user, new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public async Task Who_may_not_read_it_herself_makes_no_token_for_it()
    {
        await using var platform = await TwoTowns();

        await Refused(platform, await Invited(platform, Role.PolicyOfficer, Enschede), Until);
        await Refused(platform, await Invited(platform, Role.Analyst, Hengelo), Until);
        var officer = await Invited(platform, Role.PrivacyOfficer, Enschede);
        await Refused(platform, officer, Until);
        Assert.IsType<TokenMade.Done>(await Make(platform, officer, Until, TokenUse.ProcessingLog));
    }

    [Theory]
    [InlineData(2026, 1, 4)]
    [InlineData(2027, 1, 6)]
    public async Task A_token_lasts_a_year_at_most_and_is_not_of_yesterday(int year, int month, int day)
    {
        await using var platform = await TwoTowns();

        await Refused(platform, await Invited(platform, Role.Analyst, Enschede), new DateOnly(year, month, day));
    }

    [Fact]
    public async Task When_it_was_last_used_is_known()
    {
        await using var platform = await TwoTowns();
        var user = await Invited(platform, Role.Analyst, Enschede);
        var secret = await Made(platform, user);
        Assert.Null(Assert.Single(await List(platform, user)).UsedAt);

        platform.Clock.Advance(TimeSpan.FromHours(5));
        await Find(platform, secret, Enschede);

        Assert.Equal(platform.Clock.GetUtcNow().UtcDateTime, Assert.Single(await List(platform, user)).UsedAt);
    }

    private async Task<TestPlatform> TwoTowns()
    {
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        return platform;
    }

    internal static async Task<Guid> Invited(TestPlatform platform, Role role, string at, DateOnly? until = null) =>
        Assert.IsType<InvitationOutcome.Invited>(await platform.Get<InviteUser>().Execute(
            new NewInvitation
            {
                Mail = $"{Guid.CreateVersion7():N}@voorbeeld.example", DisplayName = "Proef",
                Membership = new NewMembership { Role = role, At = at, Until = until, Purpose = "proef" },
            },
            Person.AtCommandLine, Cancel)).User;

    private static Task<TokenMade> Make(
        TestPlatform platform, Guid user, DateOnly until, TokenUse use = TokenUse.Figures) =>
        platform.Get<MakePersonalToken>().Execute(
            new NewToken { User = user, At = Enschede, Use = use, Name = "Power BI", Until = until }, Cancel);

    private static async Task<string> Made(TestPlatform platform, Guid user) =>
        Assert.IsType<TokenMade.Done>(await Make(platform, user, Until)).Secret;

    private static async Task<string> Refused(TestPlatform platform, Guid user, DateOnly until) =>
        Assert.IsType<TokenMade.Refused>(await Make(platform, user, until)).Sentence;

    private static Task<TokenHolder?> Find(
        TestPlatform platform, string secret, string at, TokenUse use = TokenUse.Figures) =>
        platform.Get<FindPersonalToken>().Execute(secret, at, use, Cancel);

    private static Task<IReadOnlyList<TokenLine>> List(TestPlatform platform, Guid user) =>
        platform.Get<ListPersonalTokens>().Execute(user, Enschede, TokenUse.Figures, Cancel);

    private static async Task<IReadOnlyList<string>> Events(TestPlatform platform, TenantId tenant)
    {
        await using var scope = await platform.Open(tenant, Cancel);
        return await scope.Get<TenantDb>().Audit.OrderBy(l => l.Number).Select(l => l.Event).ToListAsync(Cancel);
    }
}
