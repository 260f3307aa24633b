using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Twente.Igw.Tenancy;

/// <summary>
/// What the platform asks of a database product. The seam between the capabilities and <c>Databases</c>: one subclass
/// per engine, and nothing outside it knows which is in use.
/// </summary>
public abstract class DatabaseEngine
{
    /// <summary>Name in configuration and reports: <c>Sqlite</c>, <c>PostgreSql</c>, <c>SqlServer</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The collation that orders text by its code points, so that all engines order alike.</summary>
    public abstract string Collation { get; }

    /// <summary>Migrations of the tenant model in this program, in the order in which they are applied.</summary>
    public abstract IReadOnlyList<string> TenantSchemas { get; }

    /// <summary>The last of them; ordinal order is the order in time.</summary>
    public string TenantSchema => TenantSchemas[^1];

    /// <summary>Whether tenants sign in with a secret that can be changed.</summary>
    public abstract bool HasSecrets { get; }

    /// <summary>Points a context at one of the platform's models, signed in as that model's own principal.</summary>
    public abstract void UsePlatform(DbContextOptionsBuilder options, PlatformModel model);

    /// <summary>Points a context at a tenant's database, signed in as that tenant's own principal.</summary>
    public abstract void UseTenant(DbContextOptionsBuilder options, TenantLogin login);

    /// <summary>Who a model's connections must turn out to be, as <see cref="PrincipalOf"/> says it.</summary>
    public abstract string PrincipalFor(PlatformModel model);

    /// <summary>Who the tenant's connections must turn out to be, as <see cref="PrincipalOf"/> says it.</summary>
    public abstract string PrincipalFor(TenantLogin login);

    /// <summary>Who an opened connection is, asked of the connection itself, never of our own configuration.</summary>
    public abstract string PrincipalOf(DbConnection connection);

    /// <summary>Whether an opened connection belongs to this tenant and no other.</summary>
    public virtual bool Belongs(DbConnection connection, TenantLogin login) =>
        PrincipalOf(connection) == PrincipalFor(login);

    /// <summary>Settings each opened connection needs before its first command (limits, time-outs).</summary>
    public abstract void Prepare(DbConnection connection);

    /// <summary>
    /// Closes the idle connections of this connection's pool, so that the process stays within its budget.
    /// </summary>
    public abstract void ForgetIdle(DbConnection connection);

    /// <summary>
    /// Begins a transaction that holds the one exclusive lock of this database. The lock dies with the connection,
    /// so a killed process never leaves it behind.
    /// </summary>
    public abstract Task<IDbContextTransaction> BeginExclusive(DbContext db, CancellationToken cancel);

    /// <summary>Adds rows at the engine's best speed, inside the caller's transaction; answers how many.</summary>
    public abstract Task<long> Insert<T>(
        DbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancel);

    /// <summary>
    /// Holds the lock that lets one migrator work at a time, over all processes and machines; it dies with its holder.
    /// Everything below is done while holding it.
    /// </summary>
    public abstract Task<IAsyncDisposable> BeginMigrating(CancellationToken cancel);

    /// <summary>Whether the platform's own databases were ever made here.</summary>
    public abstract Task<bool> IsProvisioned(CancellationToken cancel);

    /// <summary>Makes the platform's own principals and the places they work in; safe to repeat.</summary>
    public abstract Task ProvisionPlatform(CancellationToken cancel);

    /// <summary>
    /// Makes the tenant's principal and the place only it may work in, and gives this login its secret; safe to
    /// repeat, heals what is half there.
    /// </summary>
    public abstract Task ProvisionTenant(TenantLogin login, CancellationToken cancel);

    /// <summary>Lets nobody sign in with this login any more and ends what it still has open.</summary>
    public abstract Task RetireLogin(TenantLogin login, CancellationToken cancel);

    /// <summary>Brings one of the platform's models to this program's schema.</summary>
    /// <param name="db">A context of the model.</param>
    /// <param name="cancel">Stops between migrations.</param>
    /// <returns>The migrations that were applied now.</returns>
    public abstract Task<IReadOnlyList<string>> MigratePlatform(DbContext db, CancellationToken cancel);

    /// <summary>Brings a tenant's database to this program's schema.</summary>
    /// <param name="db">A context opened for this alone; of no use afterwards.</param>
    /// <param name="target">The migration to stop at, for a backup of an older program; null: the last.</param>
    /// <param name="cancel">Stops between migrations.</param>
    /// <returns>The migrations that were applied now.</returns>
    public abstract Task<IReadOnlyList<string>> MigrateTenant(
        TenantDb db, string? target, CancellationToken cancel);

    /// <summary>
    /// Reads a whole table as it is stored, whatever the program's present model says of it, in the order of its key;
    /// inside the caller's transaction.
    /// </summary>
    public abstract Task<DbDataReader> Read(TenantDb db, StoredTable table, CancellationToken cancel);

    /// <summary>Deletes a tenant's database and principal; nothing happens when there is none.</summary>
    public abstract Task Drop(TenantId tenant, CancellationToken cancel);
}

/// <summary>
/// With what a tenant signs in. Two logins alternate, even and odd generations, so that a secret can be changed while
/// the other one still works.
/// </summary>
public readonly record struct TenantLogin(TenantId Tenant, int Generation)
{
    /// <summary>How often the database was put back; one that was is never mistaken for the one before.</summary>
    public int Renewal { get; init; }

    /// <summary>The login of the next generation.</summary>
    public TenantLogin Next => this with { Generation = Generation + 1 };
}

/// <summary>A table that rows are loaded into in bulk: its name and, in order, each column with its value.</summary>
public sealed record BulkTable<T>(string Name, IReadOnlyList<BulkColumn<T>> Columns);

/// <summary>One column of a bulk load; exactly one of the ways to a value is given.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Integer">The value of a 32-bit integer column.</param>
/// <param name="Long">The value of a 64-bit integer column.</param>
/// <param name="Text">The value of a text column.</param>
/// <param name="Any">The value of a column of any other type, as EF hands it to the database; null is NULL.</param>
public sealed record BulkColumn<T>(
    string Name, Func<T, int>? Integer = null, Func<T, long>? Long = null, Func<T, string>? Text = null,
    Func<T, object?>? Any = null);
