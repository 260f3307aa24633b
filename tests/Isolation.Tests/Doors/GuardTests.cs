using Microsoft.Data.SqlClient;
using Npgsql;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests.Doors;

/// <summary>A connection that turns out to lead elsewhere is closed before anything is asked of it.</summary>
public sealed class GuardTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_neighbours_file_in_the_place_of_the_own_is_closed_again()
    {
        await using var towns = await TwoTowns.On(Engine.Sqlite);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        // A restore gone wrong, or worse.
        File.Copy(
            towns.Platform.Data.Database(new TenantLogin(TestPlatform.Hengelo, 0)),
            towns.Platform.Data.Database(new TenantLogin(TestPlatform.Enschede, 0)),
            overwrite: true);

        await Refused(towns);
    }

    [Fact]
    public async Task A_login_that_was_led_to_the_neighbours_schema_is_closed_again()
    {
        await using var towns = await TwoTowns.On(Engine.PostgreSql);
        var (own, neighbour) =
            (towns.Names.OwnerOf(TestPlatform.Enschede), towns.Names.OwnerOf(TestPlatform.Hengelo));
        await AsAdministrator(
            towns,
            $"""
            GRANT "{neighbour}" TO "{own}_a";
            ALTER ROLE "{own}_a" IN DATABASE igw SET search_path = "{neighbour}"
            """);
        NpgsqlConnection.ClearAllPools();

        await Refused(towns);
        await AsAdministrator(towns, $"REVOKE \"{neighbour}\" FROM \"{own}_a\"");
        // Adding a gemeente again heals what is wrong with her.
        await towns.Platform.Add(TestPlatform.Enschede, "enschede", Cancel);

        Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
    }

    [Fact]
    public async Task A_user_that_was_led_to_the_neighbours_schema_is_closed_again()
    {
        await using var towns = await TwoTowns.On(Engine.SqlServer);
        var (own, neighbour) =
            (towns.Names.OwnerOf(TestPlatform.Enschede), towns.Names.OwnerOf(TestPlatform.Hengelo));
        await AsAdministrator(towns, $"ALTER USER [{own}_a] WITH DEFAULT_SCHEMA = [{neighbour}]");
        SqlConnection.ClearAllPools();

        await Refused(towns);
        // Adding a gemeente again heals what is wrong with her.
        await towns.Platform.Add(TestPlatform.Enschede, "enschede", Cancel);

        Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
    }

    private static async Task Refused(TwoTowns towns)
    {
        var refused = await Assert.ThrowsAsync<TenantCrossingException>(
            () => towns.Platform.NumberOf(TestPlatform.Enschede));

        Assert.DoesNotContain("GM0164", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(TwoTowns.Hengelo, await towns.Platform.NumberOf(TestPlatform.Hengelo));
    }

    private static async Task AsAdministrator(TwoTowns towns, string sql)
    {
        await using System.Data.Common.DbConnection admin = towns.Engine == Engine.PostgreSql
            ? new NpgsqlConnection(towns.Platform.Admin)
            : new SqlConnection(towns.Platform.Admin);
        await admin.OpenAsync(Cancel);
        await using var command = admin.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
