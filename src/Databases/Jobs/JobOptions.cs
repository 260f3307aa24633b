namespace Twente.Igw.Databases;

/// <summary>Where jobs are kept (<c>Igw:Jobs</c> in configuration).</summary>
public sealed class JobOptions
{
    /// <summary>When not set: with the engine's own server, and in memory beside SQLite.</summary>
    public JobStorageName? Storage { get; set; }

    /// <summary>
    /// Connection string of a server that is not the engine's, with a user whose own schema the jobs may live in.
    /// </summary>
    public string? Connection { get; set; }
}

/// <summary>What can keep jobs.</summary>
public enum JobStorageName
{
    /// <summary>The process itself; a restart loses nothing, as every piece of work has a row elsewhere.</summary>
    InMemory,
    PostgreSql,
    SqlServer,
}
