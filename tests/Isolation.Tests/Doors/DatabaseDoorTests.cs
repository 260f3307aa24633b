using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests.Doors;

/// <summary>The door of the database: what a gemeente's own connection can reach, whatever is sent over it.</summary>
public abstract class DatabaseDoorTests(Engine engine)
{
    /// <summary>Every way to touch a table; {0} is a table that is not the gemeente's own.</summary>
    public static readonly TheoryData<string> Touches =
    [
        "SELECT * FROM {0}",
        "INSERT INTO {0} VALUES (99, 99)",
        "UPDATE {0} SET \"Version\" = 99",
        "DELETE FROM {0}",
        "DROP TABLE {0}",
        "ALTER TABLE {0} ADD extra integer",
    ];

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_context_shows_the_gemeente_it_was_opened_for_and_no_other()
    {
        await using var towns = await TwoTowns.On(engine);

        Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
        Assert.Equal(TwoTowns.Hengelo, await towns.Platform.NumberOf(TestPlatform.Hengelo));
    }

    [Theory]
    [MemberData(nameof(Touches))]
    public async Task A_statement_that_names_the_neighbours_table_is_refused(string touch)
    {
        await using var towns = await TwoTowns.On(engine);
        await using var own = await towns.OpenEnschede();

        await Assert.ThrowsAnyAsync<DbException>(() => own.Run(Of(touch, towns.TableOf(TestPlatform.Hengelo))));

        await AllIsAsItWas(towns);
    }

    [Theory]
    [InlineData("SELECT * FROM {0}")]
    [InlineData("UPDATE {0} SET \"Version\" = 99")]
    [InlineData("DELETE FROM {0}")]
    public async Task The_same_statement_works_on_the_own_table(string touch)
    {
        // Otherwise the refusals above could be mistakes in the statement.
        await using var towns = await TwoTowns.On(engine);
        await using var own = await towns.OpenEnschede();

        await own.Run(Of(touch, "\"DataVersion\""));

        Assert.Equal(TwoTowns.Hengelo, await towns.Platform.NumberOf(TestPlatform.Hengelo));
    }

    [Theory]
    [InlineData("DROP TABLE {0}")]
    [InlineData("ALTER TABLE {0} ADD extra integer")]
    [InlineData("CREATE TABLE extra (x integer)")]
    [InlineData("TRUNCATE TABLE {0}")]
    public async Task The_program_itself_changes_rows_and_never_tables(string statement)
    {
        Assert.SkipWhen(engine == Engine.Sqlite, "A file knows no users.");
        await using var towns = await TwoTowns.On(engine);
        await using var own = await towns.OpenEnschede();

        await Assert.ThrowsAnyAsync<DbException>(() => own.Run(Of(statement, "\"DataVersion\"")));

        await AllIsAsItWas(towns);
    }

    [Theory]
    [MemberData(nameof(Touches))]
    public async Task The_catalogue_is_closed_to_a_gemeente(string touch)
    {
        await using var towns = await TwoTowns.On(engine);
        await using var own = await towns.OpenEnschede();

        await Assert.ThrowsAnyAsync<DbException>(() => own.Run(Of(touch, towns.TableOfCatalogue())));

        await AllIsAsItWas(towns);
    }

    [Fact]
    public async Task The_catalogues_own_connection_cannot_read_a_gemeente()
    {
        await using var towns = await TwoTowns.On(engine);
        await using var catalogue = await towns.Platform.Get<IDbContextFactory<CatalogueDb>>()
            .CreateDbContextAsync(Cancel);

        var theft = Of("UPDATE {0} SET \"Version\" = 99", towns.TableOf(TestPlatform.Hengelo));

        await Assert.ThrowsAnyAsync<DbException>(() => catalogue.Database.ExecuteSqlRawAsync(theft, Cancel));

        await AllIsAsItWas(towns);
    }

    [Fact]
    public async Task A_connection_used_badly_is_as_new_for_whoever_gets_it_next()
    {
        await using var towns = await TwoTowns.On(engine);
        for (var round = 0; round < 10; round++)
        {
            await using (var own = await towns.OpenEnschede())
                foreach (var mischief in towns.Mischief())
                    await Assert.ThrowsAnyAsync<DbException>(async () =>
                    {
                        await own.Run(mischief);
                        // Where the statement itself is allowed, what it aims at is not.
                        await own.Run($"SELECT * FROM {towns.TableOf(TestPlatform.Hengelo)}");
                    });

            await AllIsAsItWas(towns);
        }
    }

    private static string Of(string statement, string table) =>
        string.Format(CultureInfo.InvariantCulture, statement, table);

    private static async Task AllIsAsItWas(TwoTowns towns)
    {
        Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
        Assert.Equal(TwoTowns.Hengelo, await towns.Platform.NumberOf(TestPlatform.Hengelo));
        Assert.Equal(2, (await towns.Platform.Get<ITenantCatalogue>().List(Cancel)).Count);
    }

    public sealed class OnSqlite() : DatabaseDoorTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : DatabaseDoorTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : DatabaseDoorTests(Engine.SqlServer);
}
