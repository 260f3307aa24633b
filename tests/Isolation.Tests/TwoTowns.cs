using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Databases;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests;

/// <summary>
/// Enschede and Hengelo on one platform, each with a number of its own in its database by which it is known: Enschede
/// 3, Hengelo 5.
/// </summary>
internal sealed class TwoTowns : IAsyncDisposable
{
    public const long Enschede = 3;
    public const long Hengelo = 5;

    private TwoTowns(TestPlatform platform, Engine engine) => (Platform, Engine) = (platform, engine);

    public TestPlatform Platform { get; }

    public Engine Engine { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TwoTowns> On(Engine engine)
    {
        var towns = new TwoTowns(await TestPlatform.Start(engine, Cancel), engine);
        await towns.Platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await towns.Platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        await towns.Platform.Know(TestPlatform.Enschede, Enschede);
        await towns.Platform.Know(TestPlatform.Hengelo, Hengelo);
        return towns;
    }

    /// <summary>How a statement names a table of a gemeente from outside; a file, where a file is the wall.</summary>
    public string TableOf(TenantId tenant, string table = "DataVersion") => Engine switch
    {
        Engine.PostgreSql => $"\"{Names.OwnerOf(tenant)}\".\"{table}\"",
        Engine.SqlServer => $"[{Names.OwnerOf(tenant)}].[{table}]",
        _ => $"\"{Platform.Data.Database(new TenantLogin(tenant, 0))}\".\"{table}\"",
    };

    public PrincipalNames Names => Platform.Services.GetRequiredService<PrincipalNames>();

    /// <summary>A connection of Enschede's own, opened as the program opens it.</summary>
    public async Task<OwnConnection> OpenEnschede() => await OwnConnection.Open(Platform, TestPlatform.Enschede);

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}

/// <summary>A tenant's own connection, for statements that nobody should have written.</summary>
internal sealed class OwnConnection : IAsyncDisposable
{
    private readonly TenantScope _scope;

    private OwnConnection(TenantScope scope) => _scope = scope;

    public DbConnection Connection => _scope.Get<TenantDb>().Database.GetDbConnection();

    public static async Task<OwnConnection> Open(TestPlatform platform, TenantId tenant)
    {
        var scope = await platform.Open(tenant, TestContext.Current.CancellationToken);
        await scope.Get<TenantDb>().Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return new OwnConnection(scope);
    }

    /// <summary>Runs a statement to its end and answers everything it gave back.</summary>
    public async Task<List<object?>> Run(string sql)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        var given = new List<object?>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        do
        {
            while (await rows.ReadAsync(cancel))
                for (var at = 0; at < rows.FieldCount; at++)
                    given.Add(rows.GetValue(at));
        }
        while (await rows.NextResultAsync(cancel));
        return given;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.Get<TenantDb>().Database.CloseConnectionAsync();
        await _scope.DisposeAsync();
    }
}

internal static class KnownByNumber
{
    /// <summary>Raises a gemeente's data version to the number it is known by.</summary>
    public static async Task Know(this TestPlatform platform, TenantId tenant, long number)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = await platform.Open(tenant, cancel);
        while (await scope.Get<TenantDb>().ReadVersion(cancel) < number)
        {
            await using var change = await scope.Get<TenantChanges>().Begin(cancel);
            await change.Db.RaiseVersion(cancel);
            await change.Commit(cancel);
        }
    }

    public static async Task<long> NumberOf(this TestPlatform platform, TenantId tenant)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = await platform.Open(tenant, cancel);
        return await scope.Get<TenantDb>().ReadVersion(cancel);
    }
}
