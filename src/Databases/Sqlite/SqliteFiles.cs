using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.Sqlite;

/// <summary>Where each database's file lies in the data folder.</summary>
internal static class SqliteFiles
{
    extension(DataFolder data)
    {
        public string Catalogue => Path.Combine(data.Root, "catalogue.db");

        public string Database(TenantId tenant) => Path.Combine(data.Root, "tenants", tenant.Folder, "tenant.db");
    }
}
