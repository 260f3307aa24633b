using System.Security.Cryptography;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>What tests do with backups, in one line each.</summary>
public static class BackingUp
{
    public static string PathOfBackup(this TestPlatform platform) => Path.Combine(platform.Data.Root, "kopie.zip");

    /// <summary>Who asks for it in tests: nobody else is at work, so nothing needs to settle.</summary>
    public static RenewalRequest Request(Action<string>? tell = null) =>
        new(Actor.CommandLine, TimeSpan.Zero, tell ?? (_ => { }));

    /// <summary>Backs Enschede up.</summary>
    public static async Task<BackupManifest> Backup(
        this TestPlatform platform, CancellationToken cancel, string? path = null)
    {
        var outcome = await platform.Get<BackupTenant>().Execute(
            TestPlatform.Enschede, new(path ?? platform.PathOfBackup(), Overwrite: true, _ => { }),
            Actor.CommandLine, cancel);
        return ((BackupTenant.Outcome.Written)outcome).Manifest;
    }

    /// <summary>Restores Enschede; <paramref name="tell"/> may throw, as a process dies.</summary>
    public static async Task<Restored> Restore(
        this TestPlatform platform, CancellationToken cancel, string? path = null, Action<string>? tell = null)
    {
        var restored = await platform.Get<RestoreTenant>().Execute(
            TestPlatform.Enschede, path ?? platform.PathOfBackup(), Request(tell), cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        return restored;
    }

    /// <summary>Rebuilds Enschede from her archive.</summary>
    public static async Task<RebuildTenant.Outcome> Rebuild(
        this TestPlatform platform, CancellationToken cancel, bool allowMissing = false, Action<string>? tell = null)
    {
        var outcome = await platform.Get<RebuildTenant>().Execute(
            TestPlatform.Enschede, allowMissing, Request(tell), cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        return outcome;
    }

    /// <summary>The database is gone, as after a mistake with the server's own tools.</summary>
    public static async Task LoseDatabase(this TestPlatform platform, TenantId tenant, CancellationToken cancel)
    {
        await using var alone = await platform.Get<DatabaseEngine>().BeginMigrating(cancel);
        await platform.Get<DatabaseEngine>().Drop(tenant, cancel);
    }

    /// <summary>The checksum of each table of a tenant, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Checksums(
        this TestPlatform platform, TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await platform.Open(tenant, cancel);
        var (db, engine) = (scope.Get<TenantDb>(), platform.Get<DatabaseEngine>());
        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using var transaction = await engine.BeginExclusive(db, cancel);
        foreach (var table in StoredTable.AllOf(db))
        {
            await using var rows = await engine.Read(db, table, cancel);
            sums[table.Name] = (await WriteRows.Execute(table, rows, Stream.Null, cancel)).Sha256;
        }
        return sums;
    }

    /// <summary>The files of a tenant with their hashes.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(this TestPlatform platform, TenantId tenant) =>
        new SortedDictionary<string, string>(Enum.GetValues<TenantPlace>()
            .Select(place => Path.Combine(platform.Data.Root, place.ToString().ToLowerInvariant(), tenant.Folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .ToDictionary(
                path => Path.GetRelativePath(platform.Data.Root, path),
                path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))));
}
