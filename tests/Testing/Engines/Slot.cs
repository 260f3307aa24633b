using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;
using Respawn;
using Xunit;

namespace Twente.Igw.Testing;

/// <summary>
/// A place on a database server for one platform at a time: its principals and schemas carry a prefix of their own.
/// What a test leaves behind is emptied before the next one comes; the schemas stay, because making them is slow.
/// </summary>
public sealed class Slot : IDisposable
{
    /// <summary>The setting that brings SQL Server into the tests.</summary>
    public const string SqlServerSetting = "IGW_TEST_SQLSERVER";

    private static readonly ConcurrentDictionary<Engine, ConcurrentBag<Slot>> Free = new();
    private static int _made;

    private readonly Engine _engine;
    private readonly bool _isShared;
    private bool _used;

    private Slot(Engine engine, string admin, string prefix, bool isShared) =>
        (_engine, Admin, Prefix, _isShared) = (engine, admin, prefix, isShared);

    /// <summary>The administrator's connection string.</summary>
    public string Admin { get; }

    public string Prefix { get; }

    /// <summary>An empty place; skips the test, by name, where the engine is not at hand.</summary>
    public static async Task<Slot?> Take(Engine engine, CancellationToken cancel)
    {
        if (engine == Engine.Sqlite)
            return null;
        var admin = engine == Engine.PostgreSql ? (await PostgresServer.Shared).Admin() : SqlServer();
        if (!Free.GetOrAdd(engine, _ => []).TryTake(out var slot))
            slot = new Slot(engine, admin, $"t{Interlocked.Increment(ref _made)}", isShared: true);
        await slot.Empty(cancel);
        return slot;
    }

    /// <summary>The only place on a server of somebody's own.</summary>
    public static Slot On(PostgresServer server) => new(Engine.PostgreSql, server.Admin(), "own", isShared: false);

    public void Dispose()
    {
        if (_isShared)
            Free[_engine].Add(this);
    }

    /// <summary>The platform's settings that lead here.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Igw:Database:Engine", _engine.ToString()), new("Igw:Database:Admin", Admin),
        new("Igw:Database:Prefix", Prefix), new("Igw:Database:Secret", "een geheim dat alleen de tests kennen"),
        new("Igw:Jobs:Storage", "InMemory"),
    ];

    private static string SqlServer()
    {
        var given = Environment.GetEnvironmentVariable(SqlServerSetting);
        Assert.SkipUnless(given is { Length: > 0 }, $"{SqlServerSetting} is not set: SQL Server is not at hand.");
        var admin = new SqlConnectionStringBuilder(given);
        if (admin.InitialCatalog is "" or "master")
            admin.InitialCatalog = "igw_test";
        return admin.ToString();
    }

    private async Task Empty(CancellationToken cancel)
    {
        if (!_used && _engine == Engine.PostgreSql)
        {
            // A server of our own has nothing yet.
            _used = true;
            return;
        }
        await using DbConnection connection = _engine == Engine.PostgreSql
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Admin) { Pooling = false }.ToString())
            : new SqlConnection(new SqlConnectionStringBuilder(Admin) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
        }
        catch (SqlException missing) when (missing.Number is 4060 or 911)
        {
            // The database is made by the first platform that starts on it.
            _used = true;
            return;
        }
        var tables = await Tables(connection, cancel);
        if (tables.Count > 0 && !_used)
            await DropAll(connection, tables, cancel);
        else if (tables.Any(t => t.Name != History))
        {
            var respawner = await Respawner.CreateAsync(connection, new RespawnerOptions
            {
                DbAdapter = _engine == Engine.PostgreSql ? DbAdapter.Postgres : DbAdapter.SqlServer,
                SchemasToInclude = [.. tables.Select(t => t.Schema).Distinct(StringComparer.Ordinal)],
                TablesToIgnore = [History],
            });
            await respawner.ResetAsync(connection);
        }
        _used = true;
    }

    private const string History = "__EFMigrationsHistory";

    /// <summary>An earlier run may have left tables of another version of the program.</summary>
    private static async Task DropAll(
        DbConnection connection, IEnumerable<(string Schema, string Name)> tables, CancellationToken cancel)
    {
        foreach (var (schema, name) in tables)
        {
            await using var drop = connection.CreateCommand();
            drop.CommandText = $"DROP TABLE [{schema}].[{name}]";
            await drop.ExecuteNonQueryAsync(cancel);
        }
    }

    private async Task<List<(string Schema, string Name)>> Tables(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_schema, table_name FROM information_schema.tables";
        if (_engine == Engine.SqlServer)
            command.CommandText = "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES";
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string, string)>();
        while (await rows.ReadAsync(cancel))
            // The tables of the job storage say in a row which version they are.
            if (rows.GetString(0).StartsWith(Prefix + "_", StringComparison.Ordinal)
                && rows.GetString(0) != Prefix + "_jobs")
                found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }
}
