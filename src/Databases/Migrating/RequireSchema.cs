using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>
/// Refuses to work on databases older than this program. Only the embedded profile makes what was never there; nobody
/// changes what exists but <see cref="Migrate"/>.
/// </summary>
public sealed partial class RequireSchema
{
    private readonly DatabaseEngine _engine;
    private readonly TenantDatabases _databases;
    private readonly Migrate _migrate;
    private readonly MigratePlatform _models;
    private readonly IOptions<TenancyOptions> _platform;
    private readonly ILogger<RequireSchema> _log;

    internal RequireSchema(
        DatabaseEngine engine, TenantDatabases databases, Migrate migrate, IOptions<TenancyOptions> platform,
        ILogger<RequireSchema> log) =>
        (_engine, _databases, _migrate, _models, _platform, _log) =
        (engine, databases, migrate, migrate.Platform, platform, log);

    /// <exception cref="SchemaOutdatedException">The catalogue, or every tenant, is older.</exception>
    public async Task Execute(CancellationToken cancel)
    {
        if (!await _engine.IsProvisioned(cancel))
        {
            if (_platform.Value.Profile != Profile.Embedded)
                throw new SchemaOutdatedException("De databases van het platform zijn nog niet gemaakt.");
            await _migrate.Execute(cancel);
        }
        if (await _models.FindOlder(cancel) is { } model)
            throw new SchemaOutdatedException(
                $"De database van het platform ({model}) is van een oudere versie dan dit programma.");
        await using var db = _databases.CreateDbContext();
        var tenants = await db.Tenants.AsNoTracking()
            .Where(t => t.State == nameof(TenantState.Active)).OrderBy(t => t.Id).ToListAsync(cancel);
        var older = tenants.Select(t => t.ToTenant()).Where(t => t.IsOlderThan(_engine.TenantSchema)).ToList();
        if (older.Count > 0 && older.Count == tenants.Count)
            throw new SchemaOutdatedException("De gegevens van de gemeenten zijn van een oudere versie.");
        foreach (var tenant in older)
            LogOlder(tenant.Id);
    }

    [LoggerMessage(LogLevel.Error, "{Tenant} is van een oudere versie en wordt niet bediend; draai igw migrate.")]
    private partial void LogOlder(TenantId tenant);
}

/// <summary>The databases are older than this program; the message names the command that helps.</summary>
public sealed class SchemaOutdatedException(string what)
    : InvalidOperationException($"{what} Werk ze eerst bij met: igw migrate");
