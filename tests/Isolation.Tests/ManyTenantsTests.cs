using Npgsql;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests;

/// <summary>Many gemeenten in one process, all at once: nobody sees another's, and the server is not overrun.</summary>
public abstract class ManyTenantsTests(Engine engine)
{
    /// <summary>What a process may have open on the server.</summary>
    private const int Connections = 40;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fourteen_under_parallel_load_never_read_anothers_number()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);
        var tenants = await Add(platform, 14);
        using var looks = new Looks(tenants.Count * 60);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, looks.Wanted), new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (turn, _) => looks.Saw(turn % tenants.Count, await platform.NumberOf(tenants[turn % tenants.Count])));

        Assert.Equal(looks.Wanted, looks.Made);
        Assert.Equal(0, looks.Leaks);
    }

    [Fact]
    public async Task Forty_keep_within_the_process_budget_of_connections()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);
        var tenants = await Add(platform, 40);
        using var looks = new Looks(tenants.Count * 15);
        using var counting = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var most = CountConnections(platform, counting.Token);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, looks.Wanted), new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (turn, _) => looks.Saw(turn % tenants.Count, await platform.NumberOf(tenants[turn % tenants.Count])));

        await counting.CancelAsync();
        Assert.Equal(0, looks.Leaks);
        Assert.InRange(await most, 0, Connections);
    }

    private static async Task<List<TenantId>> Add(TestPlatform platform, int count)
    {
        var tenants = Enumerable.Range(9001, count).Select(n => TenantId.Parse($"GM{n}")).ToList();
        for (var at = 0; at < count; at++)
        {
            await platform.Add(tenants[at], $"gemeente{tenants[at].Code[2..]}", Cancel);
            await platform.Know(tenants[at], at % 7 + 1);
        }
        return tenants;
    }

    /// <summary>
    /// The most connections of this platform at once: as PostgreSQL counts them, elsewhere as the process does. A
    /// server of the other protocol may still count for a while what was closed here.
    /// </summary>
    private async Task<int> CountConnections(TestPlatform platform, CancellationToken stop)
    {
        var budget = platform.Get<KeepWithinBudget>();
        var most = 0;
        await using var admin = engine == Engine.PostgreSql ? new NpgsqlConnection(platform.Admin) : null;
        if (admin is not null)
            await admin.OpenAsync(Cancel);
        var prefix = platform.Get<Databases.PrincipalNames>().Of(PlatformModel.Catalogue).Prefix;
        while (!stop.IsCancellationRequested)
        {
            most = Math.Max(most, admin is null ? budget.Open : await Count(admin, prefix));
            await Task.Delay(10, Cancel);
        }
        Assert.NotEqual(0, most);
        return most;
    }

    private static async Task<int> Count(NpgsqlConnection admin, string prefix)
    {
        await using var command = admin.CreateCommand();
        command.CommandText = "SELECT count(*)::int FROM pg_stat_activity WHERE starts_with(usename, $1)";
        command.Parameters.Add(new NpgsqlParameter { Value = prefix + "_" });
        return (int)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>Counts what was seen and how often it was not the own number.</summary>
    private sealed class Looks(int wanted) : IDisposable
    {
        private int _made;
        private int _leaks;

        public int Wanted => wanted;

        public int Made => _made;

        public int Leaks => _leaks;

        public void Saw(int tenant, long number)
        {
            Interlocked.Increment(ref _made);
            if (number != tenant % 7 + 1)
                Interlocked.Increment(ref _leaks);
        }

        public void Dispose() => TestContext.Current.SendDiagnosticMessage($"{_made} keer gekeken, {_leaks} lekken");
    }

    public sealed class OnSqlite() : ManyTenantsTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : ManyTenantsTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : ManyTenantsTests(Engine.SqlServer);
}
