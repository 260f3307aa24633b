using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Isolation.Tests;

/// <summary>What somebody who can send any statement over a gemeente's connection would try.</summary>
internal static class AnyStatement
{
    extension(TwoTowns towns)
    {
        public string TableOfCatalogue(string table = "DataVersion") => towns.Engine switch
        {
            Engine.PostgreSql => $"\"{towns.Names.Of(PlatformModel.Catalogue).Schema}\".\"{table}\"",
            Engine.SqlServer => $"[{towns.Names.Of(PlatformModel.Catalogue).Schema}].[{table}]",
            _ => $"\"{towns.Platform.Data.Database(PlatformModel.Catalogue)}\".\"{table}\"",
        };

        /// <summary>
        /// Ways to become somebody else, to open a second database, to leave something behind where others look, or to
        /// reach the machine.
        /// </summary>
        public IEnumerable<string> Mischief() => towns.Engine switch
        {
            Engine.PostgreSql => towns.MischiefOnPostgreSql(),
            Engine.SqlServer => towns.MischiefOnSqlServer(),
            _ => towns.MischiefOnSqlite(),
        };

        private IEnumerable<string> MischiefOnPostgreSql()
        {
            var schema = towns.Names.Of(PlatformModel.Catalogue).Schema;
            var neighbour = towns.Names.OwnerOf(TestPlatform.Hengelo);
            return
            [
                $"SET search_path = \"{neighbour}\"",
                $"SET ROLE \"{neighbour}\"",
                $"SET SESSION AUTHORIZATION \"{neighbour}_a\"",
                $"SET ROLE \"{towns.Names.Of(PlatformModel.Catalogue).Name}\"",
                $"CREATE TABLE \"{neighbour}\".leak (x integer)",
                $"CREATE TABLE \"{schema}\".leak (x integer)",
                "CREATE TABLE public.leak (x integer)",
                "CREATE TEMPORARY TABLE leak (x integer)",
                "CREATE SCHEMA leak",
                "CREATE ROLE leak SUPERUSER",
                $"GRANT \"{neighbour}\" TO CURRENT_USER",
                $"ALTER ROLE \"{towns.Names.OwnerOf(TestPlatform.Enschede)}_a\" SUPERUSER",
                "CREATE EXTENSION dblink",
                "COPY (SELECT 1) TO PROGRAM 'id'",
                "COPY \"DataVersion\" TO '/tmp/igw-leak'",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> session_user; SELECT 1/0",
                "SELECT rolpassword FROM pg_authid",
                $"LOCK TABLE \"{neighbour}\".\"DataVersion\" IN ACCESS SHARE MODE",
            ];
        }

        private IEnumerable<string> MischiefOnSqlServer()
        {
            var neighbour = towns.Names.OwnerOf(TestPlatform.Hengelo);
            return
            [
                $"EXECUTE AS USER = '{neighbour}_a'",
                $"CREATE TABLE [{neighbour}].leak (x int)",
                $"CREATE TABLE [{towns.Names.Of(PlatformModel.Catalogue).Schema}].leak (x int)",
                "CREATE TABLE dbo.leak (x int)",
                "CREATE SCHEMA leak",
                "CREATE LOGIN leak WITH PASSWORD = 'Leak!Leak!Leak!1'",
                $"ALTER ROLE [{neighbour}] ADD MEMBER [{towns.Names.OwnerOf(TestPlatform.Enschede)}_a]",
                $"GRANT SELECT ON SCHEMA::[{neighbour}] TO public",
                $"TRUNCATE TABLE [{neighbour}].[DataVersion]",
                "EXEC xp_cmdshell 'id'",
                "BULK INSERT [DataVersion] FROM '/etc/passwd'",
                "SHUTDOWN",
            ];
        }

        private IEnumerable<string> MischiefOnSqlite()
        {
            var file = towns.Platform.Data.Database(new TenantLogin(TestPlatform.Hengelo, 0));
            return
            [
                $"ATTACH DATABASE '{file}' AS neighbour",
                $"ATTACH DATABASE 'file:{file}?mode=rw' AS neighbour",
                $"VACUUM INTO '{file}.leak'",
                $"SELECT load_extension('{file}')",
                "SELECT readfile('/etc/passwd')",
                "SELECT writefile('/tmp/igw-leak', 'x')",
            ];
        }
    }
}
