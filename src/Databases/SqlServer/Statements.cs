using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>
/// Every statement the platform itself writes for SQL Server, in one place: what is not here is written by EF. Names
/// and texts are quoted here and nowhere else.
/// </summary>
internal static class Statements
{
    public const string WhoAmI = "SELECT CONCAT(USER_NAME(), N' in ', SCHEMA_NAME())";

    public const string ReadersDoNotWait =
        "SELECT CAST(is_read_committed_snapshot_on AS int) FROM sys.databases WHERE name = DB_NAME()";

    public const string LetReadersNotWait =
        "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";

    /// <summary>5 on Azure SQL.</summary>
    public const string Edition = "SELECT CAST(SERVERPROPERTY('EngineEdition') AS int)";

    /// <summary>1 where users live in the database alone.</summary>
    public const string Containment = "SELECT CAST(containment AS int) FROM sys.databases WHERE name = DB_NAME()";

    /// <summary>Parameter: <c>@login</c>.</summary>
    public const string SessionsOf = "SELECT session_id FROM sys.dm_exec_sessions WHERE login_name = @login";

    /// <summary>Parameter: <c>@schema</c>.</summary>
    public const string TablesIn = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = @schema";

    public static string CreateDatabase(string name) => $"CREATE DATABASE {Name(name)}";

    public static string LoginId(string login) => $"SELECT SUSER_ID({Text(login)})";

    public static string CreateLogin(string login, string secret) =>
        $"CREATE LOGIN {Name(login)} WITH PASSWORD = {Text(secret)}";

    public static string ChangeLogin(string login, string secret) =>
        $"ALTER LOGIN {Name(login)} WITH PASSWORD = {Text(secret)}";

    public static string EnableLogin(string login) => $"ALTER LOGIN {Name(login)} ENABLE";

    public static string DisableLogin(string login) => $"ALTER LOGIN {Name(login)} DISABLE";

    public static string DropLogin(string login) => $"DROP LOGIN {Name(login)}";

    public static string PrincipalId(string name) =>
        $"SELECT principal_id FROM sys.database_principals WHERE name = {Text(name)}";

    public static string CreateUser(string login, string schema) =>
        $"CREATE USER {Name(login)} FOR LOGIN {Name(login)} WITH DEFAULT_SCHEMA = {Name(schema)}";

    /// <summary>A user may lead itself to another schema, where it may do nothing; this leads it back.</summary>
    public static string LeadUser(string user, string schema) =>
        $"ALTER USER {Name(user)} WITH DEFAULT_SCHEMA = {Name(schema)}";

    public static string CreateContainedUser(string user, string secret, string schema) =>
        $"CREATE USER {Name(user)} WITH PASSWORD = {Text(secret)}, DEFAULT_SCHEMA = {Name(schema)}";

    public static string ChangeContainedUser(string user, string secret, string schema) =>
        $"ALTER USER {Name(user)} WITH PASSWORD = {Text(secret)}, DEFAULT_SCHEMA = {Name(schema)}";

    public static string LetConnect(string user) => $"GRANT CONNECT TO {Name(user)}";

    public static string KeepFromConnecting(string user) => $"REVOKE CONNECT FROM {Name(user)}";

    public static string DropUser(string user) => $"DROP USER {Name(user)}";

    public static string CreateRole(string role) => $"CREATE ROLE {Name(role)}";

    public static string DropRole(string role) => $"DROP ROLE {Name(role)}";

    public static string IsMember(string role, string user) => $"SELECT IS_ROLEMEMBER({Text(role)}, {Text(user)})";

    public static string AddMember(string role, string user) => $"ALTER ROLE {Name(role)} ADD MEMBER {Name(user)}";

    public static string SchemaId(string schema) => $"SELECT SCHEMA_ID({Text(schema)})";

    public static string CreateSchema(string schema, string owner) =>
        $"CREATE SCHEMA {Name(schema)} AUTHORIZATION {Name(owner)}";

    /// <summary>A right that does nothing without a schema to use it in: the owner has just one.</summary>
    public static string LetMakeTables(string owner) => $"GRANT CREATE TABLE TO {Name(owner)}";

    public static string LetUseRows(string schema, string users) =>
        $"GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::{Name(schema)} TO {Name(users)}";

    /// <summary>Rows of every table in its schema, now and later, and no change of one.</summary>
    public static string LetReadRows(string schema, string user) =>
        $"GRANT SELECT ON SCHEMA::{Name(schema)} TO {Name(user)}";

    public static string DropTable(string schema, string table) => $"DROP TABLE {Name(schema)}.{Name(table)}";

    public static string DropSchema(string schema) => $"DROP SCHEMA {Name(schema)}";

    public static string EndSession(int session) =>
        string.Create(CultureInfo.InvariantCulture, $"KILL {session}");

    /// <summary>The destination of a bulk load.</summary>
    public static string Table<T>(BulkTable<T> table) => Name(table.Name);

    private static string Name(string identifier) => $"[{identifier.Replace("]", "]]", StringComparison.Ordinal)}]";

    private static string Text(string value) => $"N'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
