using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy;

/// <summary>
/// The contract of the three seams. An adapter for another tenancy library passes when a subclass that starts the
/// platform with it passes.
/// </summary>
public abstract class TenantSeamsContract
{
    protected abstract Task<TestPlatform> Start(CancellationToken cancel);

    [Fact]
    public async Task The_current_tenant_throws_until_it_is_set()
    {
        await using var platform = await Start(TestContext.Current.CancellationToken);
        await using var scope = platform.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<ICurrentTenant>();

        Assert.False(current.IsResolved);
        Assert.Throws<TenantUnresolvedException>(() => current.Tenant);
    }

    [Fact]
    public async Task A_scope_never_changes_tenant()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var platform = await Start(cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        var current = scope.Get<ICurrentTenant>();

        Assert.Equal(TestPlatform.Enschede, current.Tenant.Id);
        Assert.Throws<TenantAlreadySetException>(() => current.Set(current.Tenant));
    }

    [Fact]
    public async Task Nothing_of_a_tenant_can_be_had_without_a_tenant()
    {
        await using var platform = await Start(TestContext.Current.CancellationToken);
        await using var scope = platform.Services.CreateAsyncScope();

        Assert.Throws<TenantUnresolvedException>(() => scope.ServiceProvider.GetRequiredService<TenantDb>());
        Assert.Throws<TenantUnresolvedException>(
            () => scope.ServiceProvider.GetRequiredService<TenantFiles>().Folder(TenantPlace.Drop));
        Assert.Throws<TenantUnresolvedException>(
            () => scope.ServiceProvider.GetRequiredService<TenantCache>().GetOrAdd(() => "x"));
    }

    [Fact]
    public async Task Scopes_open_side_by_side_keep_their_own_tenant()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var platform = await Start(cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", cancel);

        await Parallel.ForAsync(0, 200, cancel, async (at, stop) =>
        {
            var id = at % 2 == 0 ? TestPlatform.Enschede : TestPlatform.Hengelo;
            await using var scope = await platform.Open(id, stop);
            Assert.Equal(id, scope.Get<TenantDb>().Owner);
            Assert.Contains(id.Folder, scope.Get<TenantFiles>().Folder(TenantPlace.Drop), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_unknown_gemeente_opens_no_scope()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var platform = await Start(cancel);

        await Assert.ThrowsAsync<UnknownTenantException>(() => platform.Open(TestPlatform.Enschede, cancel));
    }

    [Fact]
    public async Task The_catalogue_finds_a_tenant_by_code_and_by_host_and_lists_by_code()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var platform = await Start(cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        var catalogue = platform.Get<ITenantCatalogue>();

        Assert.Equal("enschede", (await catalogue.Find(TestPlatform.Enschede, cancel))!.Slug.Label);
        Assert.Equal(TestPlatform.Hengelo, (await catalogue.FindByHost("hengelo", cancel))!.Id);
        Assert.Null(await catalogue.FindByHost("almelo", cancel));
        Assert.Equal([TestPlatform.Enschede, TestPlatform.Hengelo], (await catalogue.List(cancel)).Select(t => t.Id));
    }

    [Fact]
    public async Task A_tenant_added_by_another_process_is_seen_within_a_second()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var platform = await Start(cancel);
        await using var other = await platform.StartAnother(cancel);
        Assert.Empty(await platform.Get<ITenantCatalogue>().List(cancel));
        await other.Add(TestPlatform.Enschede, "enschede", cancel);

        platform.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(await platform.Get<ITenantCatalogue>().List(cancel));
    }

    [Fact]
    public async Task A_removed_tenant_is_found_nowhere()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var platform = await Start(cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", cancel);
        await platform.Get<RemoveTenant>().Execute(TestPlatform.Enschede, Actor.CommandLine, cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await platform.Get<ITenantCatalogue>().Find(TestPlatform.Enschede, cancel));
        Assert.Null(await platform.Get<ITenantCatalogue>().FindByHost("enschede", cancel));
    }
}

/// <summary>The platform's own tenancy layer keeps the contract on every engine.</summary>
public abstract class OwnTenancyLayerTests(Engine engine) : TenantSeamsContract
{
    protected override Task<TestPlatform> Start(CancellationToken cancel) => TestPlatform.Start(engine, cancel);

    public sealed class OnSqlite() : OwnTenancyLayerTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : OwnTenancyLayerTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : OwnTenancyLayerTests(Engine.SqlServer);
}
