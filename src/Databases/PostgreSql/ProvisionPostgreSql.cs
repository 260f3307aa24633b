using Npgsql;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.PostgreSql;

/// <summary>
/// What only the administrator does: the database, the roles and the schemas. Every statement can be repeated and
/// heals what an earlier run left half done.
/// </summary>
internal sealed class ProvisionPostgreSql(DatabaseOptions options, PrincipalNames names, PrincipalSecrets secrets)
{
    /// <summary>Any number will do, as long as every migrator uses the same.</summary>
    private const long MigrationLock = 0x4947_5700_4D49;

    /// <summary>How a principal signs in, with a pool of its own.</summary>
    public string ConnectionString(Principal principal, int connections)
    {
        var server = EncryptConnection.To(options.Server ?? options.Admin ?? throw new NoServerException());
        (server.Username, server.Password) = (principal.Name, secrets.Of(principal));
        (server.Pooling, server.MinPoolSize, server.MaxPoolSize) = (true, 0, connections);
        (server.ConnectionIdleLifetime, server.ConnectionPruningInterval) = (20, 5);
        server.ApplicationName = principal.Application;
        return server.ToString();
    }

    public async Task<IAsyncDisposable> Lock(CancellationToken cancel)
    {
        await EnsureDatabase(cancel);
        var connection = await Open(cancel);
        try
        {
            await Sql.Run(connection, "SET lock_timeout = '120s'", cancel);
            await Sql.Run(connection, $"SELECT pg_advisory_lock({MigrationLock})", cancel);
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
            var schema = names.Of(PlatformModel.Catalogue).Schema;
            return await Sql.Is(admin, $"SELECT to_regnamespace({Sql.Text(schema)}) IS NOT NULL", cancel);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    public async Task Platform(CancellationToken cancel)
    {
        await using var admin = await Open(cancel);
        var database = Sql.Name(admin.Database);
        // Nobody may anything unless it is granted below.
        await Sql.Run(
            admin, $"REVOKE ALL ON DATABASE {database} FROM PUBLIC; REVOKE ALL ON SCHEMA public FROM PUBLIC", cancel);
        await EnsureRole(admin, names.Visitors, cancel);
        await Sql.Run(admin, $"GRANT CONNECT ON DATABASE {database} TO {Sql.Name(names.Visitors)}", cancel);
        foreach (var principal in names.OfPlatform)
        {
            await EnsureRole(admin, principal.Name, cancel);
            await SignsIn(admin, principal, cancel);
            await EnsureSchema(admin, principal.Schema, principal.Name, cancel);
        }
        await EnsureRole(admin, names.Reader.Name, cancel);
        await SignsIn(admin, names.Reader, cancel);
        await LetRead(admin, names.Of(PlatformModel.Regional), names.Reader, cancel);
    }

    public async Task Tenant(TenantLogin login, CancellationToken cancel)
    {
        var (owner, users) = (names.OwnerOf(login.Tenant), names.UsersOf(login.Tenant));
        var principal = names.Login(login);
        await using var admin = await Open(cancel);
        await EnsureRole(admin, owner, cancel);
        await EnsureRole(admin, users, cancel);
        await EnsureRole(admin, principal.Name, cancel);
        await SignsIn(admin, principal, cancel);
        await EnsureSchema(admin, principal.Schema, owner, cancel);
        await Sql.Run(
            admin,
            $"""
            GRANT {Sql.Name(users)} TO {Sql.Name(principal.Name)};
            GRANT USAGE ON SCHEMA {Sql.Name(principal.Schema)} TO {Sql.Name(users)};
            ALTER ROLE {Sql.Name(owner)} NOLOGIN PASSWORD NULL;
            """, cancel);
        await LetUsersUse(login.Tenant, cancel);
    }

    /// <summary>
    /// Lets the owner of a tenant's tables sign in, with a secret that is made for this once and known nowhere else.
    /// </summary>
    public async Task<OwnerIsIn> LetOwnerIn(TenantId tenant, CancellationToken cancel)
    {
        var (owner, secret) = (names.Owner(tenant), PrincipalSecrets.ForOnce());
        await using (var admin = await Open(cancel))
            await SignsIn(admin, owner, secret, cancel);
        var connection = EncryptConnection.To((options.Server ?? options.Admin)!);
        (connection.Username, connection.Password, connection.Pooling) = (owner.Name, secret, false);
        connection.ApplicationName = "igw migrate";
        return new OwnerIsIn(connection.ToString(), async () =>
        {
            await using var admin = await Open(CancellationToken.None);
            await Sql.Run(admin, $"ALTER ROLE {Sql.Name(owner.Name)} NOLOGIN PASSWORD NULL", CancellationToken.None);
        });
    }

    /// <summary>Rows of every table there is now, and no table itself.</summary>
    public async Task LetUsersUse(TenantId tenant, CancellationToken cancel)
    {
        await using var admin = await Open(cancel);
        await Sql.Run(
            admin,
            $"""
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Sql.Name(names.OwnerOf(tenant))}
            TO {Sql.Name(names.UsersOf(tenant))}
            """, cancel);
    }

    public async Task Retire(TenantLogin login, CancellationToken cancel)
    {
        var name = names.Login(login).Name;
        await using var admin = await Open(cancel);
        if (!await RoleExists(admin, name, cancel))
            return;
        await Sql.Run(admin, $"ALTER ROLE {Sql.Name(name)} NOLOGIN PASSWORD NULL", cancel);
        await EndSessions(admin, name, cancel);
    }

    public async Task Drop(TenantId tenant, CancellationToken cancel)
    {
        var owner = names.OwnerOf(tenant);
        var logins = names.LoginsOf(tenant).Select(l => l.Name).ToList();
        // The sessions in them are ended below.
        NpgsqlConnection.ClearAllPools();
        await using var admin = await Open(cancel);
        foreach (var login in logins)
            if (await RoleExists(admin, login, cancel))
            {
                await Sql.Run(admin, $"ALTER ROLE {Sql.Name(login)} NOLOGIN", cancel);
                await EndSessions(admin, login, cancel);
            }
        await Sql.Run(admin, $"DROP SCHEMA IF EXISTS {Sql.Name(owner)} CASCADE", cancel);
        foreach (var role in (string[])[.. logins, names.UsersOf(tenant), owner])
            if (await RoleExists(admin, role, cancel))
                await Sql.Run(admin, $"DROP OWNED BY {Sql.Name(role)}; DROP ROLE {Sql.Name(role)}", cancel);
    }

    private async Task EnsureDatabase(CancellationToken cancel)
    {
        try
        {
            await using var admin = await Open(cancel);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            var connection = EncryptConnection.To(options.Admin!);
            var wanted = connection.Database!;
            (connection.Database, connection.Pooling) = ("postgres", false);
            await using var server = new NpgsqlConnection(connection.ToString());
            await server.OpenAsync(cancel);
            try
            {
                await Sql.Run(
                    server, $"CREATE DATABASE {Sql.Name(wanted)} ENCODING 'UTF8' TEMPLATE template0", cancel);
            }
            catch (PostgresException twin) when (
                twin.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another migrator was first.
            }
        }
    }

    private async Task<NpgsqlConnection> Open(CancellationToken cancel)
    {
        var admin = options.Admin ?? throw new NoAdministratorException();
        // Without a pool: an administrator's connection is never left behind for anybody to find.
        var server = EncryptConnection.To(admin);
        (server.Pooling, server.ApplicationName) = (false, "igw beheer");
        var connection = new NpgsqlConnection(server.ToString());
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task EnsureRole(NpgsqlConnection admin, string role, CancellationToken cancel)
    {
        if (await RoleExists(admin, role, cancel))
            return;
        await Sql.Run(admin, $"CREATE ROLE {Sql.Name(role)} NOLOGIN NOCREATEDB NOCREATEROLE INHERIT", cancel);
    }

    private static Task<bool> RoleExists(NpgsqlConnection admin, string role, CancellationToken cancel) =>
        Sql.Is(admin, $"SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = {Sql.Text(role)})", cancel);

    /// <summary>Its password, its way in, and the schema its names mean, all kept by the server.</summary>
    private Task SignsIn(NpgsqlConnection admin, Principal principal, CancellationToken cancel) =>
        SignsIn(admin, principal, secrets.Of(principal), cancel);

    private async Task SignsIn(
        NpgsqlConnection admin, Principal principal, string secret, CancellationToken cancel)
    {
        var (role, database) = (Sql.Name(principal.Name), Sql.Name(admin.Database));
        await Sql.Run(
            admin,
            $"""
            ALTER ROLE {role} LOGIN PASSWORD {Sql.Text(secret)};
            GRANT {Sql.Name(names.Visitors)} TO {role};
            ALTER ROLE {role} IN DATABASE {database} SET search_path = {Sql.Name(principal.Schema)};
            """, cancel);
    }

    private static async Task EnsureSchema(
        NpgsqlConnection admin, string schema, string owner, CancellationToken cancel)
    {
        // An administrator who is no superuser gives things only to roles he is a member of.
        await Sql.Run(
            admin,
            $"""
            GRANT {Sql.Name(owner)} TO CURRENT_USER;
            CREATE SCHEMA IF NOT EXISTS {Sql.Name(schema)} AUTHORIZATION {Sql.Name(owner)};
            ALTER SCHEMA {Sql.Name(schema)} OWNER TO {Sql.Name(owner)};
            """, cancel);
    }

    /// <summary>Rows of every table of an owner there is now or will be, and no change of one.</summary>
    private static Task LetRead(NpgsqlConnection admin, Principal owner, Principal reader, CancellationToken cancel) =>
        Sql.Run(
            admin,
            $"""
            GRANT USAGE ON SCHEMA {Sql.Name(owner.Schema)} TO {Sql.Name(reader.Name)};
            GRANT SELECT ON ALL TABLES IN SCHEMA {Sql.Name(owner.Schema)} TO {Sql.Name(reader.Name)};
            ALTER DEFAULT PRIVILEGES FOR ROLE {Sql.Name(owner.Name)} IN SCHEMA {Sql.Name(owner.Schema)}
            GRANT SELECT ON TABLES TO {Sql.Name(reader.Name)};
            """, cancel);

    private static Task EndSessions(NpgsqlConnection admin, string role, CancellationToken cancel) => Sql.Run(
        admin, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = {Sql.Text(role)}", cancel);
}
