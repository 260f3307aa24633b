using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Capabilities.Tests.Identity;

/// <summary>Enschede and Hengelo with people who work there.</summary>
internal sealed class People : IAsyncDisposable
{
    private readonly CancellationToken _cancel;

    private People(TestPlatform platform, CancellationToken cancel) => (Platform, _cancel) = (platform, cancel);

    public TestPlatform Platform { get; }

    /// <summary>Who decides in most tests: administrator of Enschede.</summary>
    public required Person Administrator { get; set; }

    public static async Task<People> Start(Engine engine, CancellationToken cancel)
    {
        var platform = await TestPlatform.Start(engine, cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", cancel);
        var people = new People(platform, cancel) { Administrator = Person.AtCommandLine };
        var user = await people.Add("beheer", (Role.TenantAdministrator, "GM0153"));
        people.Administrator = As(user, "tenantbeheerder");
        return people;
    }

    public static Person As(Guid user, string roles) => new(user, roles, new Actor(Pseudonym.Of(user), "website"));

    /// <summary>Somebody with an account in use and these roles.</summary>
    public async Task<Guid> Add(string name, params IReadOnlyList<(Role Role, string At)> roles)
    {
        var user = await AddAccount(name);
        foreach (var (role, at) in roles)
            await Get<GiveRole>().Execute(
                user, new NewMembership { Role = role, At = at }, Actor.CommandLine, _cancel);
        return user;
    }

    public Task<InvitationOutcome> Invite(string mail, Role role, string at, Person by) => Get<InviteUser>().Execute(
        new NewInvitation
        {
            Mail = mail, DisplayName = mail, Membership = new NewMembership { Role = role, At = at },
        },
        by, _cancel);

    /// <summary>Signs somebody in on a host, as its cookie would.</summary>
    public async Task SignIn(Guid user, string host, string tenant)
    {
        await using var db = await Db();
        var now = Platform.Clock.GetUtcNow().UtcDateTime;
        db.Tickets.Add(new Ticket
        {
            KeyHash = Guid.NewGuid().ToString("N"), User = user, SignIn = Guid.CreateVersion7(), Host = host,
            Tenant = tenant, Protected = "", IssuedAt = now, SeenAt = now,
        });
        await db.SaveChangesAsync(_cancel);
    }

    /// <summary>Hosts on which somebody is signed in.</summary>
    public async Task<IReadOnlyList<string>> HostsOf(Guid user)
    {
        await using var db = await Db();
        return await db.Tickets.Where(t => t.User == user).OrderBy(t => t.Host).Select(t => t.Host)
            .ToListAsync(_cancel);
    }

    public async Task<bool> May(Guid user, Permission permission, string host) =>
        (await Get<FindPermissions>().At(user, host, _cancel)).Contains(permission);

    public async Task<Colleague> Colleague(Guid user) =>
        (await Get<ListColleagues>().Execute(TestPlatform.Enschede, _cancel)).Single(c => c.Id == user);

    /// <summary>Event, subject and actor of what Enschede's record says about people, oldest first.</summary>
    public async Task<IReadOnlyList<(string Event, string Subject, string Actor)>> Recorded(TenantId at)
    {
        await using var scope = await Platform.Open(at, _cancel);
        var lines = await scope.Get<TenantDb>().Audit.AsNoTracking().OrderBy(l => l.Number).ToListAsync(_cancel);
        return [.. lines.Select(l => (l.Event, l.Subject, l.Actor))];
    }

    public Task<IdentityDb> Db() => Get<IDbContextFactory<IdentityDb>>().CreateDbContextAsync(_cancel);

    public T Get<T>() where T : notnull => Platform.Get<T>();

    public ValueTask DisposeAsync() => Platform.DisposeAsync();

    private async Task<Guid> AddAccount(string name)
    {
        await using var scope = Platform.Services.CreateAsyncScope();
        var user = new User
        {
            Id = Guid.CreateVersion7(), UserName = $"{name}@voorbeeld.example", Email = $"{name}@voorbeeld.example",
            DisplayName = name, CreatedAt = Platform.Clock.GetUtcNow().UtcDateTime,
        };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>()
            .CreateAsync(user, "vier losse woorden samen");
        return made.Succeeded ? user.Id : throw new InvalidOperationException(made.ToString());
    }
}
