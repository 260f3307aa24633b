using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>
/// Brings the catalogue and every tenant's database to this program's schema, one migrator at a time. A tenant that
/// fails stops no other; repeating it heals whatever a killed run left.
/// </summary>
public sealed partial class Migrate
{
    /// <summary>Tenants share nothing but the server; more at once only makes them wait for its disk.</summary>
    private const int AtOnce = 4;

    private readonly DatabaseEngine _engine;
    private readonly TenantDatabases _databases;
    private readonly MigratePlatform _platform;
    private readonly TimeProvider _time;
    private readonly ILogger<Migrate> _log;

    internal Migrate(
        DatabaseEngine engine, TenantDatabases databases, MigratePlatform platform, TimeProvider time,
        ILogger<Migrate> log) =>
        (_engine, _databases, _platform, _time, _log) = (engine, databases, platform, time, log);

    internal MigratePlatform Platform => _platform;

    public async Task<MigrationReport> Execute(CancellationToken cancel)
    {
        await using var alone = await _engine.BeginMigrating(cancel);
        var platform = await _platform.Execute(cancel);
        await using var db = _databases.CreateDbContext();
        var rows = await db.Tenants.AsNoTracking()
            .Where(t => t.State == nameof(TenantState.Active)).OrderBy(t => t.Id).ToListAsync(cancel);
        var done = new ConcurrentBag<TenantMigration>();
        await Parallel.ForEachAsync(
            rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (row, stop) => done.Add(await MigrateOne(row.Login, stop)));
        await Record(done, cancel);
        return new MigrationReport(platform, [.. done.OrderBy(d => d.Tenant.Code, StringComparer.Ordinal)]);
    }

    private async Task<TenantMigration> MigrateOne(TenantLogin login, CancellationToken cancel)
    {
        var started = _time.GetTimestamp();
        try
        {
            await _engine.ProvisionTenant(login, cancel);
            await using var db = _databases.Open(login);
            var applied = await _engine.MigrateTenant(db, target: null, cancel);
            return new TenantMigration(login.Tenant, applied, _time.GetElapsedTime(started), null);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogFailure(login.Tenant, failure);
            return new TenantMigration(login.Tenant, [], _time.GetElapsedTime(started), failure.Message);
        }
    }

    /// <summary>Says in the catalogue which tenants this program may open; processes see it within a second.</summary>
    private async Task Record(IEnumerable<TenantMigration> done, CancellationToken cancel)
    {
        await using var db = _databases.CreateDbContext();
        var fit = done.Where(d => d.Failure is null).Select(d => d.Tenant.Code).ToList();
        var rows = await db.Tenants.Where(t => fit.Contains(t.Id)).ToListAsync(cancel);
        foreach (var row in rows)
            row.Schema = _engine.TenantSchema;
        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "Bijwerken van {Tenant} is mislukt.")]
    private partial void LogFailure(TenantId tenant, Exception failure);
}

/// <summary>What a migration did.</summary>
/// <param name="Platform">The migrations that were applied now, of each of the platform's models.</param>
/// <param name="Tenants">Each active tenant, by code.</param>
public sealed record MigrationReport(
    IReadOnlyDictionary<PlatformModel, IReadOnlyList<string>> Platform, IReadOnlyList<TenantMigration> Tenants)
{
    public bool Succeeded => Tenants.All(t => t.Failure is null);
}

/// <summary>What became of one tenant; <paramref name="Failure"/> is null when it fits this program now.</summary>
public sealed record TenantMigration(TenantId Tenant, IReadOnlyList<string> Applied, TimeSpan Took, string? Failure);
