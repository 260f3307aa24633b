using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

[Collection(nameof(OneFaultAtATime))]
public abstract class KilledMigrationTests(Engine engine)
{
    public sealed class OnSqlite() : KilledMigrationTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : KilledMigrationTests(Engine.PostgreSql);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string[] Tenants = ["gm0153", "gm0164"];

    [Fact]
    public async Task A_migration_killed_at_any_moment_is_healed_by_the_next()
    {
        using var fault = new Fault("F16 migration killed, twice each time", engine, briefly: 1, fully: 10);
        for (var round = 1; round <= fault.Times; round++)
        {
            using var igw = await IgwProcess.On(engine);
            // The platform's own databases are being made …
            await KillMigration(igw, fault);
            await Heals(igw);
            foreach (var tenant in Tenants)
                await Succeeds(igw, "tenant", "add", tenant.ToUpperInvariant(), $"gemeente{tenant[2..]}", tenant);
            // … and then those of the gemeenten.
            await LoseDatabases(igw);
            await KillMigration(igw, fault);
            await Heals(igw);
            foreach (var tenant in Tenants)
                await Succeeds(igw, "audit", "verify", tenant.ToUpperInvariant());
            await Succeeds(igw, "audit", "verify");
        }
        fault.Held();
    }

    [Fact]
    public async Task Six_migrators_at_once_make_one_platform()
    {
        using var fault = new Fault("F16 six migrators at once", engine, briefly: 1, fully: 5);
        for (var round = 1; round <= fault.Times; round++)
        {
            using var igw = await IgwProcess.On(engine);
            var began = Stopwatch.GetTimestamp();
            var six = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => igw.Run(Cancel, "migrate")));
            fault.Note("s for all six", Stopwatch.GetElapsedTime(began));
            Assert.All(six, result => Assert.True(result.ExitCode == 0, result.Errors));
            await Succeeds(igw, "tenant", "add", "GM0153", "enschede", "Enschede");
        }
        fault.Held();
    }

    private static async Task Succeeds(IgwProcess igw, params string[] arguments)
    {
        var result = await igw.Run(Cancel, arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.Errors}");
    }

    private static async Task KillMigration(IgwProcess igw, Fault fault)
    {
        var migrating = igw.Go("migrate");
        // Starting takes most of the first half second.
        var wait = 300 + Random.Shared.Next(1_200);
        await Task.Delay(wait, Cancel);
        if (!migrating.HasExited)
            fault.Note("ms until killed", wait);
        await migrating.Kill(Cancel);
    }

    private static async Task Heals(IgwProcess igw)
    {
        await Succeeds(igw, "migrate");
        using var again = JsonDocument.Parse((await igw.Run(Cancel, "migrate", "--json")).Output);
        Assert.All(
            again.RootElement.GetProperty("platform").EnumerateObject(),
            model => Assert.Equal(0, model.Value.GetArrayLength()));
        Assert.All(
            again.RootElement.GetProperty("gemeenten").EnumerateArray(),
            tenant => Assert.Equal(0, tenant.GetProperty("toegepast").GetArrayLength()));
    }

    /// <summary>So that there is something to migrate again: each gemeente's database is gone.</summary>
    private static async Task LoseDatabases(IgwProcess igw)
    {
        if (igw.Setting("Igw:Database:Admin") is not { } admin)
        {
            foreach (var tenant in Tenants)
                foreach (var file in Directory.GetFiles(igw.PathOf("tenants", tenant)))
                    File.Delete(file);
            return;
        }
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(Cancel);
        foreach (var tenant in Tenants)
        {
            await using var drop = connection.CreateCommand();
            drop.CommandText = $"DROP SCHEMA \"{igw.Setting("Igw:Database:Prefix")}_{tenant}\" CASCADE";
            await drop.ExecuteNonQueryAsync(Cancel);
        }
    }
}
