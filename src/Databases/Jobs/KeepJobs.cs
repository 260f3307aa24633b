using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Npgsql;
using Twente.Igw.Databases.PostgreSql;
using Twente.Igw.Databases.SqlServer;

namespace Twente.Igw.Databases;

/// <summary>
/// Keeps jobs where configuration says, in a schema and under a principal of their own. Jobs trigger and retry; they
/// are never the lock and never the ledger.
/// </summary>
public sealed class KeepJobs
{
    private const int Connections = 8;

    /// <summary>How long a job of a killed worker stays invisible before another takes it.</summary>
    private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly DatabaseOptions _database;
    private readonly JobOptions _jobs;
    private readonly PrincipalNames _names;
    private readonly PrincipalSecrets _secrets;

    internal KeepJobs(
        IOptions<DatabaseOptions> database, IOptions<JobOptions> jobs, PrincipalNames names,
        PrincipalSecrets secrets) =>
        (_database, _jobs, _names, _secrets) = (database.Value, jobs.Value, names, secrets);

    public JobStorageName Storage => _jobs.Storage ?? _database.Engine switch
    {
        EngineName.PostgreSql => JobStorageName.PostgreSql,
        EngineName.SqlServer => JobStorageName.SqlServer,
        _ => JobStorageName.InMemory,
    };

    private string Schema => _names.Jobs.Schema;

    public IGlobalConfiguration In(IGlobalConfiguration hangfire) => Storage switch
    {
        JobStorageName.PostgreSql => hangfire.UsePostgreSqlStorage(
            to => to.UseNpgsqlConnection(ConnectionString()),
            new PostgreSqlStorageOptions
            {
                SchemaName = Schema, PrepareSchemaIfNecessary = false, InvisibilityTimeout = Invisible,
                UseSlidingInvisibilityTimeout = true, QueuePollInterval = Poll,
                AllowDegradedModeWithoutStorage = false,
            }),
        JobStorageName.SqlServer => hangfire.UseSqlServerStorage(
            ConnectionString(),
            new SqlServerStorageOptions
            {
                SchemaName = Schema, PrepareSchemaIfNecessary = false, SlidingInvisibilityTimeout = Invisible,
                QueuePollInterval = Poll, UseRecommendedIsolationLevel = true, DisableGlobalLocks = true,
            }),
        _ => hangfire.UseInMemoryStorage(new InMemoryStorageOptions()),
    };

    /// <summary>Makes the tables of the job storage, or brings them to what this version of it needs.</summary>
    internal async Task Prepare(CancellationToken cancel)
    {
        if (Storage == JobStorageName.PostgreSql)
        {
            await using var connection = new NpgsqlConnection(ConnectionString());
            await connection.OpenAsync(cancel);
            PostgreSqlObjectsInstaller.Install(connection, Schema);
        }
        else if (Storage == JobStorageName.SqlServer)
        {
            await using var connection = new SqlConnection(ConnectionString());
            await connection.OpenAsync(cancel);
            SqlServerObjectsInstaller.Install(connection, Schema, enableHeavyMigrations: true);
        }
    }

    private string ConnectionString()
    {
        var isOwn = Storage.ToString() == _database.Engine.ToString();
        if (!isOwn)
            return _jobs.Connection ?? throw new InvalidOperationException(
                $"Igw:Jobs:Storage is {Storage} naast een andere database: geef ook Igw:Jobs:Connection op.");
        return Storage == JobStorageName.PostgreSql
            ? new ProvisionPostgreSql(_database, _names, _secrets).ConnectionString(_names.Jobs, Connections)
            : new ProvisionSqlServer(_database, _names, _secrets).ConnectionString(_names.Jobs, Connections);
    }
}
