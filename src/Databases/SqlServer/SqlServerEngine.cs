using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>
/// SQL Server and Azure SQL: a schema per tenant that is the default schema of the tenant's two users, who have no
/// right outside it. The server itself refuses a crossing.
/// </summary>
internal sealed class SqlServerEngine(
    IOptions<DatabaseOptions> options, PrincipalNames names, PrincipalSecrets secrets) : DatabaseEngine
{
    private const int ConnectionsPerTenant = 3;
    private const int ConnectionsPerPlatformModel = 3;
    private const int ConnectionsToRegion = 2;

    private readonly ProvisionSqlServer _provision = new(options.Value, names, secrets);

    public override string Name => nameof(EngineName.SqlServer);

    public override string Collation => "Latin1_General_100_BIN2";

    public override IReadOnlyList<string> TenantSchemas { get; } =
        EngineMigrations.AllOf<TenantDb, SqlServerMigrations>();

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
        command.CommandText = Statements.WhoAmI;
        return (string)command.ExecuteScalar()!;
    }

    public override void Prepare(DbConnection connection)
    {
        // What a session needs is a property of its user, where the session cannot forget it.
    }

    public override void ForgetIdle(DbConnection connection) => SqlConnection.ClearPool((SqlConnection)connection);

    /// <summary>The lock belongs to the tenant's own role: no other user of the database can take it.</summary>
    public override async Task<IDbContextTransaction> BeginExclusive(DbContext db, CancellationToken cancel)
    {
        var holder = db is TenantDb tenant ? names.UsersOf(tenant.Owner) : names.Of(((IPlatformDb)db).Part).Name;
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await AppLock.Take(
                (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction)transaction.GetDbTransaction(),
                new AppLock.Request($"igw-change {holder}", AppLock.Owner.Transaction, holder), cancel);
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
        BulkCopy.Run(
            (SqlConnection)db.Database.GetDbConnection(),
            (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), table, rows, cancel);

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
        .UseSqlServer(
            _provision.ConnectionString(principal, connections),
            server => server.MigrationsAssembly(typeof(SqlServerEngine).Assembly))
        .ReplaceService<IMigrationsAssembly, SqlServerMigrations>();
}
