using Microsoft.Data.SqlClient;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>
/// What only the administrator does: users, roles and schemas. Every statement can be repeated and heals what an
/// earlier run left half done.
/// </summary>
internal sealed class ProvisionSqlServer(DatabaseOptions options, PrincipalNames names, PrincipalSecrets secrets)
{
    private const int NoSuchDatabase = 4060;
    private const int DatabaseExists = 1801;

    /// <summary>How a principal signs in, with a pool of its own.</summary>
    public string ConnectionString(Principal principal, int connections)
    {
        var server = new SqlConnectionStringBuilder(options.Server ?? options.Admin ?? throw NoServer())
        {
            UserID = principal.Name, Password = secrets.Of(principal), Pooling = true, MinPoolSize = 0,
            MaxPoolSize = connections, ApplicationName = principal.Application, PersistSecurityInfo = false,
        };
        return server.ToString();
    }

    public async Task<IAsyncDisposable> Lock(CancellationToken cancel)
    {
        await EnsureDatabase(cancel);
        var connection = await Open(cancel);
        try
        {
            await AppLock.Take(
                connection, null, new AppLock.Request("igw-migrate", AppLock.Owner.Session, "public"), cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> HasCatalogue(CancellationToken cancel)
    {
        // A web process holds no administrator's key: what is missing it notices when it signs in.
        if (options.Admin is null)
            return true;
        try
        {
            await using var admin = await Open(cancel);
            return await SchemaExists(admin, names.Catalogue.Schema, cancel);
        }
        catch (SqlException missing) when (missing.Number == NoSuchDatabase)
        {
            return false;
        }
    }

    public async Task Platform(CancellationToken cancel)
    {
        await using var admin = await Open(cancel);
        await ReadersDoNotWait(admin, cancel);
        foreach (var principal in (Principal[])[names.Catalogue, names.Jobs])
        {
            await EnsureUser(admin, principal, cancel);
            await EnsureSchema(admin, principal.Schema, principal.Name, cancel);
        }
    }

    public async Task Tenant(TenantLogin login, CancellationToken cancel)
    {
        var (owner, principal) = (names.OwnerOf(login.Tenant), names.Login(login));
        await using var admin = await Open(cancel);
        if (await PrincipalId(admin, owner, cancel) is null)
            await Sql.Run(admin, $"CREATE ROLE {Sql.Name(owner)}", cancel);
        await EnsureUser(admin, principal, cancel);
        if (await Sql.Number(
            admin, $"SELECT IS_ROLEMEMBER({Sql.Text(owner)}, {Sql.Text(principal.Name)})", cancel) != 1)
            await Sql.Run(admin, $"ALTER ROLE {Sql.Name(owner)} ADD MEMBER {Sql.Name(principal.Name)}", cancel);
        await EnsureSchema(admin, principal.Schema, owner, cancel);
    }

    public async Task Retire(TenantLogin login, CancellationToken cancel)
    {
        var principal = names.Login(login);
        await using var admin = await Open(cancel);
        if (await PrincipalId(admin, principal.Name, cancel) is null)
            return;
        await Shut(admin, principal, cancel);
    }

    public async Task Drop(TenantId tenant, CancellationToken cancel)
    {
        var owner = names.OwnerOf(tenant);
        // The sessions in them are ended below.
        SqlConnection.ClearAllPools();
        await using var admin = await Open(cancel);
        foreach (var login in names.LoginsOf(tenant))
            if (await PrincipalId(admin, login.Name, cancel) is not null)
                await Shut(admin, login, cancel);
        await DropSchema(admin, owner, cancel);
        foreach (var login in names.LoginsOf(tenant))
            await DropUser(admin, login, cancel);
        if (await PrincipalId(admin, owner, cancel) is not null)
            await Sql.Run(admin, $"DROP ROLE {Sql.Name(owner)}", cancel);
    }

    private async Task EnsureDatabase(CancellationToken cancel)
    {
        try
        {
            await using var admin = await Open(cancel);
        }
        catch (SqlException missing) when (missing.Number == NoSuchDatabase)
        {
            var wanted = new SqlConnectionStringBuilder(options.Admin).InitialCatalog;
            await using var server = new SqlConnection(
                new SqlConnectionStringBuilder(options.Admin) { InitialCatalog = "master", Pooling = false }.ToString());
            await server.OpenAsync(cancel);
            try
            {
                await Sql.Run(server, $"CREATE DATABASE {Sql.Name(wanted)}", cancel);
            }
            catch (SqlException twin) when (twin.Number == DatabaseExists)
            {
                // Another migrator was first.
            }
        }
    }

    private async Task<SqlConnection> Open(CancellationToken cancel)
    {
        var admin = options.Admin ?? throw new NoAdministratorException();
        // Without a pool: an administrator's connection is never left behind for anybody to find.
        var connection = new SqlConnection(
            new SqlConnectionStringBuilder(admin) { Pooling = false, ApplicationName = "igw beheer" }.ToString());
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>Readers see the last committed state instead of waiting for a delivery that is being loaded.</summary>
    private static async Task ReadersDoNotWait(SqlConnection admin, CancellationToken cancel)
    {
        var on = await Sql.Number(
            admin, "SELECT CAST(is_read_committed_snapshot_on AS int) FROM sys.databases WHERE name = DB_NAME()",
            cancel);
        if (on == 0)
            await Sql.Run(
                admin, "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE", cancel);
    }

    private async Task EnsureUser(SqlConnection admin, Principal principal, CancellationToken cancel)
    {
        var (name, password) = (Sql.Name(principal.Name), Sql.Text(secrets.Of(principal)));
        var contained = await IsContained(admin, cancel);
        var exists = await PrincipalId(admin, principal.Name, cancel) is not null;
        if (contained)
        {
            await Sql.Run(
                admin,
                exists
                    ? $"ALTER USER {name} WITH PASSWORD = {password}"
                    : $"CREATE USER {name} WITH PASSWORD = {password}, DEFAULT_SCHEMA = {Sql.Name(principal.Schema)}",
                cancel);
            await Sql.Run(admin, $"GRANT CONNECT TO {name}", cancel);
            return;
        }
        await EnsureLogin(admin, principal, password, cancel);
        if (!exists)
            await Sql.Run(
                admin, $"CREATE USER {name} FOR LOGIN {name} WITH DEFAULT_SCHEMA = {Sql.Name(principal.Schema)}",
                cancel);
    }

    private static async Task EnsureLogin(
        SqlConnection admin, Principal principal, string password, CancellationToken cancel)
    {
        var name = Sql.Name(principal.Name);
        if (await LoginExists(admin, principal, cancel))
        {
            await Sql.Run(admin, $"ALTER LOGIN {name} WITH PASSWORD = {password}", cancel);
            await Sql.Run(admin, $"ALTER LOGIN {name} ENABLE", cancel);
            return;
        }
        await Sql.Run(admin, $"CREATE LOGIN {name} WITH PASSWORD = {password}", cancel);
    }

    private static async Task EnsureSchema(
        SqlConnection admin, string schema, string owner, CancellationToken cancel)
    {
        if (!await SchemaExists(admin, schema, cancel))
            await Sql.Run(admin, $"CREATE SCHEMA {Sql.Name(schema)} AUTHORIZATION {Sql.Name(owner)}", cancel);
        // A right over the database that does nothing without a schema to use it in: the owner has just one.
        await Sql.Run(admin, $"GRANT CREATE TABLE TO {Sql.Name(owner)}", cancel);
    }

    private static async Task Shut(SqlConnection admin, Principal principal, CancellationToken cancel)
    {
        var name = Sql.Name(principal.Name);
        if (await IsContained(admin, cancel))
            await Sql.Run(admin, $"REVOKE CONNECT FROM {name}", cancel);
        else if (await LoginExists(admin, principal, cancel))
            await Sql.Run(admin, $"ALTER LOGIN {name} DISABLE", cancel);
        await EndSessions(admin, principal.Name, cancel);
    }

    private static async Task EndSessions(SqlConnection admin, string login, CancellationToken cancel)
    {
        var sessions = new List<int>();
        await using (var command = admin.CreateCommand())
        {
            command.CommandText = "SELECT session_id FROM sys.dm_exec_sessions WHERE login_name = @login";
            command.Parameters.AddWithValue("@login", login);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                sessions.Add(Convert.ToInt32(rows.GetValue(0), CultureInfo.InvariantCulture));
        }
        foreach (var session in sessions)
            await Sql.Run(admin, string.Create(CultureInfo.InvariantCulture, $"KILL {session}"), cancel);
    }

    private static async Task DropSchema(SqlConnection admin, string schema, CancellationToken cancel)
    {
        if (!await SchemaExists(admin, schema, cancel))
            return;
        var tables = new List<string>();
        await using (var command = admin.CreateCommand())
        {
            command.CommandText = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = @schema";
            command.Parameters.AddWithValue("@schema", schema);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                tables.Add(rows.GetString(0));
        }
        foreach (var table in tables)
            await Sql.Run(admin, $"DROP TABLE {Sql.Name(schema)}.{Sql.Name(table)}", cancel);
        await Sql.Run(admin, $"DROP SCHEMA {Sql.Name(schema)}", cancel);
    }

    private static async Task DropUser(SqlConnection admin, Principal principal, CancellationToken cancel)
    {
        if (await PrincipalId(admin, principal.Name, cancel) is not null)
            await Sql.Run(admin, $"DROP USER {Sql.Name(principal.Name)}", cancel);
        if (!await IsContained(admin, cancel) && await LoginExists(admin, principal, cancel))
            await Sql.Run(admin, $"DROP LOGIN {Sql.Name(principal.Name)}", cancel);
    }

    /// <summary>Whether users live in the database alone, as on Azure SQL, instead of being logins of the server.</summary>
    private static async Task<bool> IsContained(SqlConnection admin, CancellationToken cancel) =>
        await Sql.Number(admin, "SELECT CAST(SERVERPROPERTY('EngineEdition') AS int)", cancel) == 5
        || await Sql.Number(
            admin, "SELECT CAST(containment AS int) FROM sys.databases WHERE name = DB_NAME()", cancel) == 1;

    private static async Task<bool> LoginExists(
        SqlConnection admin, Principal principal, CancellationToken cancel) =>
        await Sql.Number(admin, $"SELECT SUSER_ID({Sql.Text(principal.Name)})", cancel) is not null;

    private static Task<long?> PrincipalId(SqlConnection admin, string name, CancellationToken cancel) =>
        Sql.Number(
            admin, $"SELECT principal_id FROM sys.database_principals WHERE name = {Sql.Text(name)}", cancel);

    private static async Task<bool> SchemaExists(SqlConnection admin, string schema, CancellationToken cancel) =>
        await Sql.Number(admin, $"SELECT SCHEMA_ID({Sql.Text(schema)})", cancel) is not null;

    private static InvalidOperationException NoServer() => new(
        "Er is geen databaseserver opgegeven: stel Igw:Database:Server in, of geef --admin op.");
}
