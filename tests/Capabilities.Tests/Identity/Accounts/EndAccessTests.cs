using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity.Accounts;

public abstract class EndAccessTests(Engine engine)
{
    public sealed class OnSqlite() : EndAccessTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : EndAccessTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : EndAccessTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gemeente_that_left_opens_to_nobody_and_who_was_only_there_is_forgotten()
    {
        await using var people = await People.Start(engine, Cancel);
        var here = await people.Add("hier", (Role.Analyst, "GM0153"));
        var both = await people.Add("beide", (Role.Analyst, "GM0153"), (Role.Analyst, "GM0164"));
        foreach (var user in (Guid[])[here, both])
            await people.SignIn(user, "gm0153", "GM0153");
        await people.SignIn(both, "gm0164", "GM0164");
        await people.Invite("later@voorbeeld.example", Role.PolicyOfficer, "GM0153", people.Administrator);
        await AddClient(people, "gm0153");

        // The second time finds nothing, and goes wrong at nothing.
        for (var time = 0; time < 2; time++)
            await people.Get<EndAccess>().Execute(TestPlatform.Enschede, Actor.CommandLine, Cancel);

        await using var db = await people.Db();
        var (memberships, users) = (db.Memberships, db.Users);
        Assert.Equal(["GM0164"], await memberships.Select(m => m.At).Distinct().ToListAsync(Cancel));
        Assert.Equal(["beide@voorbeeld.example"], await users.Select(u => u.Email!).ToListAsync(Cancel));
        Assert.Empty(await db.Invitations.ToListAsync(Cancel));
        Assert.Equal(["gm0164"], await people.HostsOf(both));
        Assert.True(await people.May(both, Permission.ReadFigures, "gm0164"));
        Assert.Null(await Client(people, "gm0153"));
    }

    private static async Task AddClient(People people, string id)
    {
        await using var scope = people.Platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = id, ClientType = OpenIddictConstants.ClientTypes.Public,
            },
            Cancel);
    }

    private static async Task<object?> Client(People people, string id)
    {
        await using var scope = people.Platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>()
            .FindByClientIdAsync(id, Cancel);
    }
}
