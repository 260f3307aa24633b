using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.Sqlite;

/// <summary>
/// The embedded engine: one file per tenant and one for the catalogue, on a local disk. The file is the wall between
/// tenants, so a connection can never attach a second one; the file itself says whose it is.
/// </summary>
internal sealed class SqliteEngine(DataFolder data) : DatabaseEngine
{
    /// <summary>Marks a file as the platform's; a tenant's file carries the digits of its code instead.</summary>
    private const int FirstPlatformMark = 1_000_000;

    public override string Name => nameof(EngineName.Sqlite);

    public override string Collation => "BINARY";

    public override IReadOnlyList<string> TenantSchemas { get; } =
        EngineMigrations.AllOf<TenantDb, SqliteMigrations>();

    public override bool HasSecrets => false;

    public override string PrincipalFor(PlatformModel model) =>
        MarkOf(model).ToString(CultureInfo.InvariantCulture);

    public override void UsePlatform(DbContextOptionsBuilder options, PlatformModel model) =>
        Use(options, data.Database(model), model == PlatformModel.RegionalReader
            ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite);

    public override void UseTenant(DbContextOptionsBuilder options, TenantLogin login) =>
        Use(options, data.Database(login), SqliteOpenMode.ReadWrite);

    public override string PrincipalFor(TenantLogin login) =>
        MarkOf(login.Tenant).ToString(CultureInfo.InvariantCulture);

    public override string PrincipalOf(DbConnection connection)
    {
        var mark = Run((SqliteConnection)connection, "PRAGMA user_version");
        return Convert.ToString(mark, CultureInfo.InvariantCulture)!;
    }

    public override void Prepare(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        // Zero attached databases: raw SQL on a tenant's own connection cannot open the neighbour's file.
        raw.sqlite3_limit(sqlite.Handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        Run(sqlite, "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
    }

    public override void ForgetIdle(DbConnection connection) =>
        SqliteConnection.ClearPool((SqliteConnection)connection);

    public override async Task<IDbContextTransaction> BeginExclusive(DbContext db, CancellationToken cancel) =>
        // The provider begins with BEGIN IMMEDIATE: the one write lock of the file, held over all processes.
        await db.Database.BeginTransactionAsync(cancel);

    public override Task<long> Insert<T>(
        DbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancel) =>
        Task.FromResult(PreparedInsert.Run((SqliteConnection)db.Database.GetDbConnection(), table, rows, cancel));

    public override async Task<IAsyncDisposable> BeginMigrating(CancellationToken cancel) =>
        await MigrationLock.Take(Path.Combine(data.Root, "migrate.lock"), cancel);

    public override Task<bool> IsProvisioned(CancellationToken cancel) =>
        Task.FromResult(Array.TrueForAll(Enum.GetValues<PlatformModel>(), m => File.Exists(data.Database(m))));

    public override Task ProvisionPlatform(CancellationToken cancel)
    {
        foreach (var model in Enum.GetValues<PlatformModel>().Where(m => m != PlatformModel.RegionalReader))
            Claim(data.Database(model), MarkOf(model));
        return Task.CompletedTask;
    }

    public override Task ProvisionTenant(TenantLogin login, CancellationToken cancel)
    {
        Claim(data.Database(login), MarkOf(login.Tenant));
        return Task.CompletedTask;
    }

    public override Task RetireLogin(TenantLogin login, CancellationToken cancel) => Task.CompletedTask;

    public override Task<IReadOnlyList<string>> MigratePlatform(DbContext db, CancellationToken cancel) =>
        Apply(db, null, cancel);

    public override Task<IReadOnlyList<string>> MigrateTenant(
        TenantDb db, string? target, CancellationToken cancel) => Apply(db, target, cancel);

    public override Task<DbDataReader> Read(TenantDb db, StoredTable table, CancellationToken cancel) =>
        ReadTable.Execute(db, table, cancel);

    public override Task Drop(TenantId tenant, CancellationToken cancel)
    {
        SqliteConnection.ClearAllPools();
        var folder = data.Databases(tenant);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Who only reads works in the file of who writes.</summary>
    private static int MarkOf(PlatformModel model) => FirstPlatformMark
        + (int)(model == PlatformModel.RegionalReader ? PlatformModel.Regional : model);

    private static int MarkOf(TenantId tenant) => int.Parse(tenant.Code.AsSpan(2), CultureInfo.InvariantCulture);

    private static void Use(DbContextOptionsBuilder options, string file, SqliteOpenMode mode) => options.UseSqlite(
        new SqliteConnectionStringBuilder
        {
            DataSource = file, Mode = mode, DefaultTimeout = 30,
        }.ToString(),
        sqlite => sqlite.MigrationsAssembly(typeof(SqliteEngine).Assembly))
        .ReplaceService<IMigrationsAssembly, SqliteMigrations>();

    /// <summary>Makes the file when it is not there, and writes into it whose it is.</summary>
    private static void Claim(string file, int mark)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA busy_timeout = 10000");
        Run(connection, "PRAGMA journal_mode = WAL");
        var found = Convert.ToInt32(Run(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (found == mark)
            return;
        if (found != 0)
            throw new InvalidOperationException(
                $"{file} belongs to another owner (mark {found}, expected {mark}); it was left alone.");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {mark}"));
    }

    private static object? Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>
    /// EF's own migration lock on SQLite is a row that a killed process leaves behind for ever. Under a file lock that
    /// dies with its process such a row can only be an orphan, so it is cleared before migrating.
    /// </summary>
    private static async Task<IReadOnlyList<string>> Apply(DbContext db, string? target, CancellationToken cancel)
    {
        var pending = await db.PendingUntil(target, cancel);
        if (pending.Count == 0)
            return pending;
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(target, cancel);
        return pending;
    }
}
