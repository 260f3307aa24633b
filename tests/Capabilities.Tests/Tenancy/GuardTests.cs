using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy;

public sealed class GuardTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_turns_out_to_be_anothers_is_closed()
    {
        await using var platform = await TwoTenants();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        // The file of Hengelo in the place of Enschede's: a restore gone wrong, or worse.
        File.Copy(
            platform.Data.Database(new TenantLogin(TestPlatform.Hengelo, 0)),
            platform.Data.Database(new TenantLogin(TestPlatform.Enschede, 0)),
            overwrite: true);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var refused = await Assert.ThrowsAsync<TenantCrossingException>(
            () => scope.Get<TenantDb>().ReadVersion(Cancel));

        Assert.DoesNotContain("GM0164", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ATTACH DATABASE '{0}' AS neighbour")]
    [InlineData("VACUUM INTO '{0}.copy'")]
    public async Task Raw_SQL_on_a_tenants_own_connection_opens_no_second_file(string sql)
    {
        await using var platform = await TwoTenants();
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var command = string.Format(
            CultureInfo.InvariantCulture, sql, platform.Data.Database(new TenantLogin(TestPlatform.Hengelo, 0)));

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => scope.Get<TenantDb>().Database.ExecuteSqlRawAsync(command, Cancel));

        Assert.False(File.Exists(platform.Data.Database(new TenantLogin(TestPlatform.Hengelo, 0)) + ".copy"));
    }

    [Theory]
    [InlineData("../gm0164/file.csv")]
    [InlineData("..")]
    [InlineData("a/b/c.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b.csv")]
    [InlineData("")]
    public async Task A_file_name_never_leads_out_of_the_tenants_folder(string name)
    {
        await using var platform = await TwoTenants();
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        Assert.Throws<ForeignPathException>(() => scope.Get<TenantFiles>().PathOf(TenantPlace.Drop, name));
    }

    [Fact]
    public async Task What_is_remembered_for_one_tenant_is_not_found_by_another()
    {
        await using var platform = await TwoTenants();
        await using var enschede = await platform.Open(TestPlatform.Enschede, Cancel);
        await using var hengelo = await platform.Open(TestPlatform.Hengelo, Cancel);

        Assert.Equal("Enschede", enschede.Get<TenantCache>().GetOrAdd(() => "Enschede"));
        Assert.Equal("Hengelo", hengelo.Get<TenantCache>().GetOrAdd(() => "Hengelo"));
        Assert.Equal("Enschede", enschede.Get<TenantCache>().GetOrAdd(() => "other"));
    }

    [Fact]
    public async Task Forty_tenants_open_side_by_side()
    {
        // More than twenty internal service providers make EF throw: options must be shared.
        await using var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        var ids = Enumerable.Range(9001, 40).Select(n => TenantId.Parse($"GM{n}")).ToList();
        foreach (var id in ids)
            await platform.Add(id, $"gemeente{id.Code[2..]}", Cancel);

        await Parallel.ForEachAsync(ids, Cancel, async (id, cancel) =>
        {
            await using var scope = await platform.Open(id, cancel);
            Assert.Equal(0, await scope.Get<TenantDb>().ReadVersion(cancel));
        });
    }

    private static async Task<TestPlatform> TwoTenants()
    {
        var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        return platform;
    }
}
