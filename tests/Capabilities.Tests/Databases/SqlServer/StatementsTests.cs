using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Twente.Igw.Databases.SqlServer;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Databases.SqlServer;

/// <summary>
/// Everything the product can send to SQL Server is read by SQL Server's own parser, also where no server is at hand.
/// Queries are read as the other tests ask them: see <see cref="TransactSql"/>.
/// </summary>
public sealed class StatementsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static readonly TheoryData<string> Own =
    [
        .. typeof(Statements).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m is FieldInfo or MethodInfo { IsGenericMethod: false }).Select(m => m.Name),
    ];

    [Theory]
    [MemberData(nameof(Own))]
    public void A_statement_of_our_own_is_read_also_with_names_that_try_to_break_out(string statement)
    {
        var member = typeof(Statements).GetMember(statement).Single();
        var sql = member is MethodInfo method
            ? (string)method.Invoke(
                null,
                [.. method.GetParameters().Select(p => p.ParameterType == typeof(int) ? (object)51 : "a]b'c--d")])!
            : (string)((FieldInfo)member).GetValue(null)!;

        // Unquoted, such a name opens a text or a comment that the parser finds no end of.
        TransactSql.Check(sql);
    }

    [Fact]
    public void Every_migration_is_read()
    {
        var server = new DryServer();
        using var tenant = server.OpenTenant();
        using var catalogue = server.OpenCatalogue();
        foreach (var db in (DbContext[])[tenant, catalogue])
        {
            var script = db.GetService<IMigrator>().GenerateScript(
                options: MigrationsSqlGenerationOptions.NoTransactions);

            TransactSql.Check(script);
            Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_migration_names_no_schema()
    {
        var server = new DryServer();
        using var tenant = server.OpenTenant();

        var script = tenant.GetService<IMigrator>().GenerateScript();

        Assert.DoesNotMatch(@"TABLE \[[^\]]+\]\.\[", script);
    }

    [Fact]
    public void Every_insert_update_and_delete_is_read()
    {
        var server = new DryServer();
        using var tenant = server.OpenTenant();
        using var catalogue = server.OpenCatalogue();
        foreach (var db in (DbContext[])[tenant, catalogue])
            foreach (var entity in db.Model.GetEntityTypes())
                foreach (var state in (EntityState[])[EntityState.Added, EntityState.Modified, EntityState.Deleted])
                    foreach (var rows in (int[])[1, 5])
                    {
                        if (state == EntityState.Modified && entity.GetProperties().All(p => p.IsPrimaryKey()))
                            continue;
                        Change(db, entity, state, rows);
                        var sent = server.Sent();
                        Assert.NotEmpty(sent);
                        Assert.All(sent, TransactSql.Check);
                    }
    }

    [Fact]
    public async Task What_tests_ask_of_another_engine_is_read_too()
    {
        await using var platform = await TestPlatform.WithEnschede(Engine.Sqlite, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 31), Cancel);

        Assert.Equal(31, await platform.Count("2025-W10", Cancel));
        Assert.InRange(TransactSql.Queries, 20, int.MaxValue);
    }

    [Theory]
    [InlineData("SELECT * FRM x")]
    [InlineData("MERGE INTO a USING b ON a.x = b.x WHEN MATCHED THEN DELETE;")]
    public void What_is_not_its_language_or_not_ours_is_refused(string sql) =>
        Assert.Throws<NotTransactSqlException>(() => TransactSql.Check(sql));

    /// <summary>Saves rows of a kind without a server: each looks as if it were read, then is changed.</summary>
    private static void Change(DbContext db, IEntityType entity, EntityState state, int rows)
    {
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.ChangeTracker.Clear();
        for (var row = 1; row <= rows; row++)
        {
            var entry = db.Entry(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(entity.ClrType));
            foreach (var property in entity.GetProperties())
                if (Sample(property, row) is { } value)
                    entry.Property(property.Name).CurrentValue = value;
            entry.State = state;
        }
        try
        {
            db.SaveChanges();
        }
        catch (DbUpdateException)
        {
            // It was sent; that no server counts the rows is not its fault.
        }
    }

    private static object? Sample(IProperty property, int row)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) ? row.ToString(CultureInfo.InvariantCulture)
            : type == typeof(DateTime) ? DateTime.UnixEpoch.AddDays(row)
            : type == typeof(DateOnly) ? DateOnly.FromDayNumber(700_000 + row)
            : type == typeof(Guid) ? Guid.CreateVersion7()
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : type == typeof(bool) ? true
            : type == typeof(byte[]) ? new byte[] { 1 }
            : Convert.ChangeType(row, type, CultureInfo.InvariantCulture);
    }
}
