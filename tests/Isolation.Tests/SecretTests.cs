using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Twente.Igw.Databases;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests;

/// <summary>A gemeente's secret opens her own database, can be changed under load, and then opens nothing.</summary>
public abstract class SecretTests(Engine engine)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_changes_while_everybody_goes_on_reading()
    {
        await using var towns = await TwoTowns.On(engine);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadUntil(towns, reading.Token)));

        var outcome = await Rotate(towns);

        await reading.CancelAsync();
        var reads = await readers;
        Assert.Equal(1, Assert.IsType<RotateSecret.Outcome.Rotated>(outcome).Generation);
        Assert.All(reads, read => Assert.NotEqual(0, read));
        Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
    }

    [Fact]
    public async Task The_old_secret_opens_nothing_any_more()
    {
        await using var towns = await TwoTowns.On(engine);
        var old = await ConnectionString(towns);
        await Rotate(towns);

        await using DbConnection thief =
            engine == Engine.PostgreSql ? new NpgsqlConnection(old) : new SqlConnection(old);

        await Assert.ThrowsAnyAsync<DbException>(() => thief.OpenAsync(Cancel));
    }

    [Fact]
    public async Task After_two_changes_everything_can_still_be_read_written_and_migrated()
    {
        await using var towns = await TwoTowns.On(engine);
        await Rotate(towns);
        await towns.Platform.Know(TestPlatform.Enschede, TwoTowns.Enschede + 1);
        await Rotate(towns);
        await towns.Platform.Know(TestPlatform.Enschede, TwoTowns.Enschede + 2);

        var report = await towns.Platform.Get<Migrate>().Execute(Cancel);

        Assert.All(report.Tenants, tenant => Assert.Null(tenant.Failure));
        Assert.Equal(TwoTowns.Enschede + 2, await towns.Platform.NumberOf(TestPlatform.Enschede));
    }

    private static async Task<int> ReadUntil(TwoTowns towns, CancellationToken stop)
    {
        var read = 0;
        while (!stop.IsCancellationRequested)
        {
            Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
            read++;
            await Task.Delay(5, CancellationToken.None);
        }
        return read;
    }

    /// <summary>The platform's clock stands still in tests, so the overlap is let pass by hand.</summary>
    private static async Task<RotateSecret.Outcome> Rotate(TwoTowns towns)
    {
        var rotating = towns.Platform.Get<RotateSecret>().Execute(
            TestPlatform.Enschede, TimeSpan.FromSeconds(5), Actor.CommandLine, Cancel);
        while (!rotating.IsCompleted)
        {
            await Task.Delay(50, Cancel);
            towns.Platform.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        return await rotating;
    }

    private static async Task<string> ConnectionString(TwoTowns towns)
    {
        await using var scope = await towns.Platform.Open(TestPlatform.Enschede, Cancel);
        // A thief has no pool with connections from before.
        return scope.Get<TenantDb>().Database.GetConnectionString() + ";Pooling=false";
    }

    public sealed class OnPostgreSql() : SecretTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : SecretTests(Engine.SqlServer);
}

/// <summary>Outside the embedded profile a secret is given, and is one.</summary>
public sealed class GivenSecretTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly IgwProcess _igw = new();

    public void Dispose() => _igw.Dispose();

    [Theory]
    [InlineData(null, "ontbreekt")]
    [InlineData("te-weinig-tekens", "korter dan 20")]
    [InlineData("changeme-changeme-changeme", "standaardwachtwoord")]
    [InlineData("wachtwoord-van-de-catalogus", "standaardwachtwoord")]
    [InlineData("gelijk-aan-dat-van-de-taken", "gelijk aan dat van een ander")]
    public async Task A_missing_short_well_known_or_shared_secret_stops_the_start(string? secret, string why)
    {
        _igw.Set("Igw:Profile", "Hosted");
        _igw.Set("Igw:Scanning:Kind", "Clamd");
        _igw.Set("Igw:Scanning:Clamd", "tcp://127.0.0.1:1");
        _igw.Set("Igw:Database:Engine", nameof(EngineName.PostgreSql));
        _igw.Set("Igw:Database:Server", "Host=127.0.0.1;Port=1;Database=igw");
        _igw.Set("Igw:Database:Secrets:catalogue", secret);
        _igw.Set("Igw:Database:Secrets:jobs", "gelijk-aan-dat-van-de-taken");

        foreach (var verb in (string[])["serve", "work"])
        {
            var result = await _igw.RunAlone(Cancel, verb);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains(why, result.Errors, StringComparison.Ordinal);
            // Of two that are equal either may be named first.
            Assert.Matches("Igw:Database:Secrets:(catalogue|jobs) ", result.Errors);
            if (secret is not null)
                Assert.DoesNotContain(secret, result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_platform_for_others_works_with_given_secrets_and_stops_when_one_gemeente_has_none()
    {
        var slot = await Slot.Take(Engine.PostgreSql, Cancel);
        using var _ = slot;
        foreach (var (name, value) in slot!.Settings.Where(s => s.Key != "Igw:Database:Secret"))
            _igw.Set(name, value);
        _igw.Set("Igw:Profile", "Hosted");
        _igw.Set("Igw:Scanning:Kind", "Clamd");
        _igw.Set("Igw:Scanning:Clamd", "tcp://127.0.0.1:1");
        foreach (var login in (string[])["catalogue", "identity", "publish", "regio", "jobs", "gm0153_a", "gm0153_b"])
            _igw.Set($"Igw:Database:Secrets:{login}", $"een-eigen-sleutel-van-{login}");
        await Works("migrate");
        await Works("tenant", "add", "GM0153", "enschede", "Enschede");
        await Works("tenant", "rotate", "GM0153", "--overlap", "3");
        await Works("deliveries", "list", "GM0153");

        _igw.Set("Igw:Database:Secrets:gm0153_b", "te-kort");
        var refused = await _igw.RunAlone(Cancel, "serve");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Igw:Database:Secrets:gm0153_b is korter dan 20", refused.Errors, StringComparison.Ordinal);
    }

    private async Task Works(params IReadOnlyList<string> arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.Output}{result.Errors}");
    }
}
