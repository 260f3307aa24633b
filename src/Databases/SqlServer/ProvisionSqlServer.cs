using Microsoft.Data.SqlClient;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>
/// What only the administrator does: users, roles and schemas. Every statement can be repeated and heals what an
/// earlier run left half done.
/// </summary>
internal sealed class ProvisionSqlServer(DatabaseOptions options, PrincipalNames names, PrincipalSecrets secrets)
{
    private const int DatabaseExists = 1801;

    /// <summary>What servers of this protocol answer to a statement they do not know.</summary>
    private const int NotSupported = 33557097;

    /// <summary>A database that is not there: as its own server says it, and as another of the protocol does.</summary>
    private static readonly int[] NoSuchDatabase = [4060, 911];

    /// <summary>How a principal signs in, with a pool of its own.</summary>
    public string ConnectionString(Principal principal, int connections)
    {
        return new SqlConnectionStringBuilder(options.Server ?? options.Admin ?? throw new NoServerException())
        {
            UserID = principal.Name, Password = secrets.Of(principal), Pooling = true, MinPoolSize = 0,
            MaxPoolSize = connections, ApplicationName = principal.Application, PersistSecurityInfo = false,
            // Otherwise a database that was away is refused from memory for seconds or minutes more.
            PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock,
        }.ToString();
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
            return await SchemaExists(admin, names.Of(PlatformModel.Catalogue).Schema, cancel);
        }
        catch (SqlException missing) when (NoSuchDatabase.Contains(missing.Number))
        {
            return false;
        }
    }

    public async Task Platform(CancellationToken cancel)
    {
        await using var admin = await Open(cancel);
        await ReadersDoNotWait(admin, cancel);
        foreach (var principal in names.OfPlatform.Append(names.Reader))
            await EnsureUser(admin, principal, secrets.Of(principal), cancel);
        foreach (var owner in names.OfPlatform)
            await EnsureSchema(admin, owner.Schema, owner.Name, cancel);
        await Sql.Run(admin, Statements.LetReadRows(names.Reader.Schema, names.Reader.Name), cancel);
    }

    public async Task Tenant(TenantLogin login, CancellationToken cancel)
    {
        var (owner, users) = (names.Owner(login.Tenant), names.UsersOf(login.Tenant));
        var principal = names.Login(login);
        await using var admin = await Open(cancel);
        if (await PrincipalId(admin, owner.Name, cancel) is null)
            await EnsureUser(admin, owner, PrincipalSecrets.ForOnce(), cancel);
        await Shut(admin, owner, cancel);
        await EnsureSchema(admin, owner.Schema, owner.Name, cancel);
        if (await PrincipalId(admin, users, cancel) is null)
            await Sql.Run(admin, Statements.CreateRole(users), cancel);
        await EnsureUser(admin, principal, secrets.Of(principal), cancel);
        if (await Sql.Number(admin, Statements.IsMember(users, principal.Name), cancel) != 1)
            await Sql.Run(admin, Statements.AddMember(users, principal.Name), cancel);
        await LetUsersUse(login.Tenant, cancel);
    }

    /// <summary>
    /// Lets the owner of a tenant's tables sign in, with a secret that is made for this once and known nowhere else.
    /// </summary>
    public async Task<OwnerIsIn> LetOwnerIn(TenantId tenant, CancellationToken cancel)
    {
        var (owner, secret) = (names.Owner(tenant), PrincipalSecrets.ForOnce());
        await using (var admin = await Open(cancel))
            await EnsureUser(admin, owner, secret, cancel);
        var connection = new SqlConnectionStringBuilder(options.Server ?? options.Admin)
        {
            UserID = owner.Name, Password = secret, Pooling = false, ApplicationName = "igw migrate",
        };
        return new OwnerIsIn(connection.ToString(), async () =>
        {
            await using var admin = await Open(CancellationToken.None);
            await Shut(admin, owner, CancellationToken.None);
        });
    }

    /// <summary>Rows of every table in the schema, and no table itself.</summary>
    public async Task LetUsersUse(TenantId tenant, CancellationToken cancel)
    {
        await using var admin = await Open(cancel);
        await Sql.Run(admin, Statements.LetUseRows(names.OwnerOf(tenant), names.UsersOf(tenant)), cancel);
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
        var (owner, users) = (names.Owner(tenant), names.UsersOf(tenant));
        Principal[] everybody = [.. names.LoginsOf(tenant), owner];
        SqlConnection.ClearAllPools();
        await using var admin = await Open(cancel);
        foreach (var principal in everybody)
            if (await PrincipalId(admin, principal.Name, cancel) is not null)
                await Shut(admin, principal, cancel);
        await DropSchema(admin, owner.Schema, cancel);
        foreach (var principal in everybody)
            await DropUser(admin, principal, cancel);
        if (await PrincipalId(admin, users, cancel) is not null)
            await Sql.Run(admin, Statements.DropRole(users), cancel);
    }

    private async Task EnsureDatabase(CancellationToken cancel)
    {
        try
        {
            await using var admin = await Open(cancel);
        }
        catch (SqlException missing) when (NoSuchDatabase.Contains(missing.Number))
        {
            var server = new SqlConnectionStringBuilder(options.Admin) { Pooling = false };
            var wanted = server.InitialCatalog;
            server.InitialCatalog = "master";
            await using var master = new SqlConnection(server.ToString());
            await master.OpenAsync(cancel);
            try
            {
                await Sql.Run(master, Statements.CreateDatabase(wanted), cancel);
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
        if (await Sql.Number(admin, Statements.ReadersDoNotWait, cancel) == 0)
            await Sql.Run(admin, Statements.LetReadersNotWait, cancel);
    }

    private static async Task EnsureUser(
        SqlConnection admin, Principal principal, string secret, CancellationToken cancel)
    {
        var (name, schema) = (principal.Name, principal.Schema);
        var contained = await IsContained(admin, cancel);
        var exists = await PrincipalId(admin, name, cancel) is not null;
        if (!contained)
            await EnsureLogin(admin, name, secret, cancel);
        await Sql.Run(admin, (contained, exists) switch
        {
            (true, false) => Statements.CreateContainedUser(name, secret, schema),
            (true, true) => Statements.ChangeContainedUser(name, secret, schema),
            (false, false) => Statements.CreateUser(name, schema),
            (false, true) => Statements.LeadUser(name, schema),
        }, cancel);
        if (contained)
            await Sql.Run(admin, Statements.LetConnect(name), cancel);
    }

    private static async Task EnsureLogin(
        SqlConnection admin, string login, string secret, CancellationToken cancel)
    {
        if (await LoginExists(admin, login, cancel))
        {
            await Sql.Run(admin, Statements.ChangeLogin(login, secret), cancel);
            await Sql.Run(admin, Statements.EnableLogin(login), cancel);
            return;
        }
        await Sql.Run(admin, Statements.CreateLogin(login, secret), cancel);
    }

    private static async Task EnsureSchema(
        SqlConnection admin, string schema, string owner, CancellationToken cancel)
    {
        if (!await SchemaExists(admin, schema, cancel))
            await Sql.Run(admin, Statements.CreateSchema(schema, owner), cancel);
        await MayMakeTables(admin, owner, cancel);
    }

    private static async Task MayMakeTables(SqlConnection admin, string owner, CancellationToken cancel)
    {
        try
        {
            await Sql.Run(admin, Statements.LetMakeTables(owner), cancel);
        }
        catch (SqlException unknown) when (unknown.Number == NotSupported)
        {
            // Servers without rights over a database let a schema's owner make tables in it by himself.
        }
    }

    private static async Task Shut(SqlConnection admin, Principal principal, CancellationToken cancel)
    {
        if (await IsContained(admin, cancel))
            await Sql.Run(admin, Statements.KeepFromConnecting(principal.Name), cancel);
        else if (await LoginExists(admin, principal.Name, cancel))
            await Sql.Run(admin, Statements.DisableLogin(principal.Name), cancel);
        await EndSessions(admin, principal.Name, cancel);
    }

    private static async Task EndSessions(SqlConnection admin, string login, CancellationToken cancel)
    {
        var sessions = new List<int>();
        await using (var command = admin.CreateCommand())
        {
            command.CommandText = Statements.SessionsOf;
            command.Parameters.AddWithValue("@login", login);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                sessions.Add(Convert.ToInt32(rows.GetValue(0), CultureInfo.InvariantCulture));
        }
        foreach (var session in sessions)
            await Sql.Run(admin, Statements.EndSession(session), cancel);
    }

    private static async Task DropSchema(SqlConnection admin, string schema, CancellationToken cancel)
    {
        if (!await SchemaExists(admin, schema, cancel))
            return;
        var tables = new List<string>();
        await using (var command = admin.CreateCommand())
        {
            command.CommandText = Statements.TablesIn;
            command.Parameters.AddWithValue("@schema", schema);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                tables.Add(rows.GetString(0));
        }
        foreach (var table in tables)
            await Sql.Run(admin, Statements.DropTable(schema, table), cancel);
        await Sql.Run(admin, Statements.DropSchema(schema), cancel);
    }

    private static async Task DropUser(SqlConnection admin, Principal principal, CancellationToken cancel)
    {
        if (await PrincipalId(admin, principal.Name, cancel) is not null)
            await Sql.Run(admin, Statements.DropUser(principal.Name), cancel);
        if (!await IsContained(admin, cancel) && await LoginExists(admin, principal.Name, cancel))
            await Sql.Run(admin, Statements.DropLogin(principal.Name), cancel);
    }

    /// <summary>Whether users live in the database alone, as on Azure SQL, and are no logins of the server.</summary>
    private static async Task<bool> IsContained(SqlConnection admin, CancellationToken cancel) =>
        await Sql.Number(admin, Statements.Edition, cancel) == 5
        || await Sql.Number(admin, Statements.Containment, cancel) == 1;

    private static async Task<bool> LoginExists(SqlConnection admin, string login, CancellationToken cancel) =>
        await Sql.Number(admin, Statements.LoginId(login), cancel) is not null;

    private static Task<long?> PrincipalId(SqlConnection admin, string name, CancellationToken cancel) =>
        Sql.Number(admin, Statements.PrincipalId(name), cancel);

    private static async Task<bool> SchemaExists(SqlConnection admin, string schema, CancellationToken cancel) =>
        await Sql.Number(admin, Statements.SchemaId(schema), cancel) is not null;
}
