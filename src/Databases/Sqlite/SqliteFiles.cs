using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.Sqlite;

/// <summary>Where each database's file lies in the data folder.</summary>
internal static class SqliteFiles
{
    extension(DataFolder data)
    {
        public string Database(PlatformModel model) =>
            Path.Combine(data.Root, model switch
            {
                PlatformModel.Catalogue => "catalogue.db",
                PlatformModel.Identity => "identity.db",
                _ => "regional.db",
            });

        /// <summary>
        /// A database that was put back has a name of its own: another process may still hold the one before open.
        /// </summary>
        public string Database(TenantLogin login)
        {
            var renewal = login.Renewal.ToString(CultureInfo.InvariantCulture);
            return Path.Combine(
                data.Databases(login.Tenant), login.Renewal == 0 ? "tenant.db" : $"tenant.{renewal}.db");
        }

        public string Databases(TenantId tenant) => Path.Combine(data.Root, "tenants", tenant.Folder);
    }
}
