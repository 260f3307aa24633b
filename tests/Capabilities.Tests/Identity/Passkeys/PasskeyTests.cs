using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Capabilities.Tests.Identity.Tokens;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity.Passkeys;

public abstract class PasskeyTests(Engine engine)
{
    public sealed class OnSqlite() : PasskeyTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : PasskeyTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : PasskeyTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passkey_keeps_its_name_and_how_often_it_was_used()
    {
        await using var platform = await Town();
        var user = await PersonalTokenTests.Invited(platform, Role.Analyst, "GM0153");
        await Add(platform, user, 1, "laptop");

        await On(platform, user, async (users, account) =>
        {
            // As after a sign-in: the library changes what it read, and stores it again.
            var passkey = Assert.Single(await users.GetPasskeysAsync(account));
            passkey.SignCount = 7;
            await users.AddOrUpdatePasskeyAsync(account, passkey);
        });
        await On(platform, user, async (users, account) => Assert.IsType<PasskeyOutcome.Done>(
            await new NamePasskey(users).Execute(
                account, Assert.Single(await new ListPasskeys(users).Execute(account)).Id, " laptop van het werk ")));

        await On(platform, user, async (users, account) =>
        {
            var passkey = Assert.Single(await users.GetPasskeysAsync(account));
            Assert.Equal(("laptop van het werk", 7u), (passkey.Name, passkey.SignCount));
        });
    }

    [Fact]
    public async Task Nobody_names_or_removes_the_passkey_of_another()
    {
        await using var platform = await Town();
        var (user, other) = (await PersonalTokenTests.Invited(platform, Role.Analyst, "GM0153"),
            await PersonalTokenTests.Invited(platform, Role.Analyst, "GM0153"));
        var id = await Add(platform, user, 1, "laptop");

        await OnServices(platform, other, async (services, account) =>
        {
            Assert.IsType<PasskeyOutcome.Unknown>(
                await services.GetRequiredService<NamePasskey>().Execute(account, id, "van mij"));
            Assert.IsType<PasskeyOutcome.Unknown>(
                await services.GetRequiredService<RemovePasskey>().Execute(account, id, Cancel));
        });

        await On(platform, user, async (users, account) =>
            Assert.Equal("laptop", Assert.Single(await new ListPasskeys(users).Execute(account)).Name));
    }

    [Fact]
    public async Task Removing_a_passkey_is_on_the_record_of_her_gemeente()
    {
        await using var platform = await Town();
        var user = await PersonalTokenTests.Invited(platform, Role.Analyst, "GM0153");
        var id = await Add(platform, user, 1, "laptop");

        await OnServices(platform, user, async (services, account) =>
        {
            Assert.IsType<PasskeyOutcome.Done>(
                await services.GetRequiredService<RemovePasskey>().Execute(account, id, Cancel));
            Assert.Empty(await services.GetRequiredService<ListPasskeys>().Execute(account));
        });

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var line = await scope.Get<TenantDb>().Audit.SingleAsync(l => l.Event == "passkey.removed", Cancel);
        Assert.Equal(Pseudonym.Of(user), line.Actor);
        Assert.DoesNotContain("laptop", line.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_of_the_same_minute_have_names_of_their_own_on_the_record() => Assert.NotEqual(
        Pseudonym.Of(Guid.Parse("019a0000-0000-7000-8000-00000000000a")),
        Pseudonym.Of(Guid.Parse("019a0000-0000-7000-8000-00000000000b")));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("regel\neinde")]
    public void A_passkey_has_a_name_that_can_be_read(string name) => Assert.NotNull(NamePasskey.ObjectionTo(name));

    private async Task<TestPlatform> Town()
    {
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        return platform;
    }

    private static async Task<string> Add(TestPlatform platform, Guid user, byte number, string name)
    {
        var passkey = new UserPasskeyInfo(
            [number, 2, 3], [4, 5, 6], platform.Clock.GetUtcNow(), 0, ["internal"], isUserVerified: true,
            isBackupEligible: false, isBackedUp: false, [7], [8])
        {
            Name = name,
        };
        await On(platform, user, (users, account) => users.AddOrUpdatePasskeyAsync(account, passkey));
        return ListPasskeys.IdOf(passkey);
    }

    private static Task On(TestPlatform platform, Guid user, Func<UserManager<User>, User, Task> what) =>
        OnServices(platform, user, (services, account) =>
            what(services.GetRequiredService<UserManager<User>>(), account));

    /// <summary>As one request would: with a context of its own.</summary>
    private static async Task OnServices(TestPlatform platform, Guid user, Func<IServiceProvider, User, Task> what)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        await what(scope.ServiceProvider, (await users.FindByIdAsync(user.ToString()))!);
    }
}
