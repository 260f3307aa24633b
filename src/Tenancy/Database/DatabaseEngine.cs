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

    /// <summary>Points a context at the catalogue, signed in as the catalogue's own principal.</summary>
    public abstract void UseCatalogue(DbContextOptionsBuilder options);

    /// <summary>Points a context at a tenant's database, signed in as that tenant's own principal.</summary>
    public abstract void UseTenant(DbContextOptionsBuilder options, TenantId tenant);

    /// <summary>Who the tenant's connections must turn out to be, as <see cref="PrincipalOf"/> says it.</summary>
    public abstract string PrincipalFor(TenantId tenant);

    /// <summary>Who an opened connection is, asked of the connection itself, never of our own configuration.</summary>
    public abstract string PrincipalOf(DbConnection connection);

    /// <summary>Settings each opened connection needs before its first command (limits, time-outs).</summary>
    public abstract void Prepare(DbConnection connection);

    /// <summary>
    /// Begins a transaction that holds the one exclusive lock of this database. The lock dies with the connection,
    /// so a killed process never leaves it behind.
    /// </summary>
    public abstract Task<IDbContextTransaction> BeginExclusive(DbContext db, CancellationToken cancel);

    /// <summary>Adds rows at the engine's best speed, inside the caller's transaction; answers how many.</summary>
    public abstract Task<long> Insert<T>(
        DbContext db, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancel);

    /// <summary>Makes or brings the catalogue to this program's schema; safe to repeat, safe side by side.</summary>
    public abstract Task MigrateCatalogue(CatalogueDb db, CancellationToken cancel);

    /// <summary>
    /// Makes or brings a tenant's database to this program's schema; safe to repeat, safe side by side.
    /// </summary>
    public abstract Task MigrateTenant(TenantDb db, CancellationToken cancel);

    /// <summary>Writes a complete, consistent copy of a tenant's database to a file of its own.</summary>
    public abstract Task Export(TenantId tenant, string file, CancellationToken cancel);

    /// <summary>Deletes a tenant's database and principal; nothing happens when there is none.</summary>
    public abstract Task Drop(TenantId tenant, CancellationToken cancel);
}

/// <summary>A table that rows are loaded into in bulk: its name and, in order, each column with its value.</summary>
public sealed record BulkTable<T>(string Name, IReadOnlyList<BulkColumn<T>> Columns);

/// <summary>One column of a bulk load.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Integer">The value of an integer column; exactly one of the two is given.</param>
/// <param name="Text">The value of a text column.</param>
public sealed record BulkColumn<T>(string Name, Func<T, long>? Integer = null, Func<T, string>? Text = null);
