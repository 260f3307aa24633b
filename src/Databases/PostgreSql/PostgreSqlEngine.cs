using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.PostgreSql;

/// <summary>
/// PostgreSQL: a schema per tenant, owned by a role nobody signs in as; the tenant's two logins are members of it and
/// of nothing else. The server itself refuses a crossing.
/// </summary>
internal sealed class PostgreSqlEngine(
    IOptions<DatabaseOptions> options, PrincipalNames names, PrincipalSecrets secrets) : DatabaseEngine
{
    private const int ConnectionsPerTenant = 3;
    private const int ConnectionsPerPlatformModel = 3;
    private const int ConnectionsToRegion = 2;

    private readonly ProvisionPostgreSql _provision = new(options.Value, names, secrets);

    public override string Name => nameof(EngineName.PostgreSql);

    public override string Collation => "C";

    public override IReadOnlyList<string> TenantSchemas { get; } =
        EngineMigrations.AllOf<TenantDb, PostgreSqlMigrations>();

    public override bool HasSecrets => true;

    public override string PrincipalFor(PlatformModel model) => names.Of(model).Identity;

    public override void UsePlatform(DbContextOptionsBuilder options, PlatformModel model) =>
        Use(options, names.Of(model), model is PlatformModel.Regional or PlatformModel.RegionalReader
            ? ConnectionsToRegion : ConnectionsPerPlatformModel);

    public override void UseTenant(DbContextOptionsBuilder options, TenantLogin login) =>
        Use(options, names.Login(login), ConnectionsPerTenant);

    public override string PrincipalFor(TenantLogin login) => names.Login(login).Identity;

    public override bool Belongs(DbConnection connection, TenantLogin login) =>
        PrincipalOf(connection) is var who
        && (who == PrincipalFor(login) || who == names.Owner(login.Tenant).Identity);

    public override string PrincipalOf(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT session_user || ' in ' || coalesce(current_schema(), '')";
        return (string)command.ExecuteScalar()!;
    }

    public override void Prepare(DbConnection connection)
    {
        // What a session needs is set on its role, where the session cannot forget it.
    }

    public override void ForgetIdle(DbConnection connection) =>
        NpgsqlConnection.ClearPool((NpgsqlConnection)connection);

    /// <summary>
    /// The lock is on a table of the schema itself and not an advisory one: those any login of the server could hold.
    /// Readers are not kept waiting.
    /// </summary>
    public override async Task<IDbContextTransaction> BeginExclusive(DbContext db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE \"DataVersion\" IN EXCLUSIVE MODE", cancel);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override Task<long> Insert<T>(
        DbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancel) =>
        BinaryCopy.Run((NpgsqlConnection)db.Database.GetDbConnection(), table, rows, cancel);

    public override Task<IAsyncDisposable> BeginMigrating(CancellationToken cancel) => _provision.Lock(cancel);

    public override Task<bool> IsProvisioned(CancellationToken cancel) => _provision.HasCatalogue(cancel);

    public override Task ProvisionPlatform(CancellationToken cancel) => _provision.Platform(cancel);

    public override Task ProvisionTenant(TenantLogin login, CancellationToken cancel) =>
        _provision.Tenant(login, cancel);

    public override Task RetireLogin(TenantLogin login, CancellationToken cancel) => _provision.Retire(login, cancel);

    public override async Task<IReadOnlyList<string>> MigratePlatform(DbContext db, CancellationToken cancel)
    {
        var pending = await db.PendingUntil(target: null, cancel);
        if (pending.Count > 0)
            await db.Database.MigrateAsync(cancel);
        return pending;
    }

    public override async Task<IReadOnlyList<string>> MigrateTenant(
        TenantDb db, string? target, CancellationToken cancel)
    {
        var pending = await db.PendingUntil(target, cancel);
        if (pending.Count == 0)
            return pending;
        await using var owner = await _provision.LetOwnerIn(db.Owner, cancel);
        db.Database.SetConnectionString(owner.ConnectionString);
        await db.Database.MigrateAsync(target, cancel);
        await _provision.LetUsersUse(db.Owner, cancel);
        return pending;
    }

    public override Task<DbDataReader> Read(TenantDb db, StoredTable table, CancellationToken cancel) =>
        ReadTable.Execute(db, table, cancel);

    public override Task Drop(TenantId tenant, CancellationToken cancel) => _provision.Drop(tenant, cancel);

    private void Use(DbContextOptionsBuilder options, Principal principal, int connections) => options
        .UseNpgsql(
            _provision.ConnectionString(principal, connections),
            npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlEngine).Assembly)
                .MigrationsHistoryTable(HistoryRepository.DefaultTableName, principal.Schema))
        .ReplaceService<IMigrationsAssembly, PostgreSqlMigrations>();
}
