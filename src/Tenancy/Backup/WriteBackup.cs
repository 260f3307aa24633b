using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Writes one zip with everything a tenant owns. Under the database's exclusive lock: no delivery is decided half way,
/// so rows and files are of one moment, and a delivery waits for the seconds this takes.
/// </summary>
internal sealed class WriteBackup(
    TenantDatabases databases, DatabaseEngine engine, FileStore store, ListDestroyed destroyed, TimeProvider time)
{
    /// <summary>In the order in which a file moves through them: one that moves meanwhile is met again.</summary>
    private static readonly TenantPlace[] Places =
        [TenantPlace.Drop, TenantPlace.Incoming, TenantPlace.Archive, TenantPlace.Quarantine];

    /// <param name="row">The tenant; it need not be open to others.</param>
    /// <param name="path">Where; written under another name first, so that what has this name is whole.</param>
    /// <param name="tell">Told what is being written.</param>
    /// <param name="cancel">Stops, leaving nothing behind.</param>
    public async Task<BackupManifest> Execute(
        TenantRow row, string path, Action<string> tell, CancellationToken cancel)
    {
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            var manifest = await Write(row, temporary, tell, cancel);
            File.Move(temporary, path, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<BackupManifest> Write(
        TenantRow row, string path, Action<string> tell, CancellationToken cancel)
    {
        var list = await destroyed.Of(row.Login.Tenant, cancel);
        await using var db = databases.Open(row.Login);
        await using var snapshot = await engine.BeginExclusive(db, cancel);
        await using var file = OwnFile(path);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, true, null, cancel);
        var tables = await WriteTables(zip, db, tell, cancel);
        var last = await db.Audit.AsNoTracking().OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancel);
        var manifest = new BackupManifest
        {
            Tenant = row.Id, Name = row.Name, MadeAt = StoredForms.Stored(time.GetUtcNow().UtcDateTime),
            Engine = engine.Name, Schema = engine.TenantSchema, DataVersion = await db.ReadVersion(cancel),
            Audit = new ChainEnd(last?.Number ?? 0, last?.Hash ?? AuditHead.Start), Tables = tables,
            Files = await WriteFiles(zip, row.Login.Tenant, tell, cancel), Destroyed = list,
            TablesChecksum = BackupManifest.ChecksumOf(tables),
        }.Sealed();
        await using (var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(cancel))
            await entry.WriteAsync(manifest.ToJson(), cancel);
        await zip.DisposeAsync();
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private async Task<IReadOnlyList<BackupTable>> WriteTables(
        ZipArchive zip, TenantDb db, Action<string> tell, CancellationToken cancel)
    {
        var written = new List<BackupTable>();
        foreach (var table in StoredTable.AllOf(db))
        {
            await using var rows = await engine.Read(db, table, cancel);
            var entry = zip.CreateEntry(new BackupTable(table, 0, 0, "").EntryName, CompressionLevel.Fastest);
            await using var to = await entry.OpenAsync(cancel);
            var all = await WriteRows.Execute(table, rows, to, cancel);
            written.Add(new BackupTable(table, all.Rows, all.Bytes, all.Sha256));
            tell(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {all.Rows} rijen"));
        }
        return written;
    }

    private async Task<IReadOnlyList<BackupPart>> WriteFiles(
        ZipArchive zip, TenantId tenant, Action<string> tell, CancellationToken cancel)
    {
        var written = new List<BackupPart>();
        foreach (var place in Places)
            foreach (var file in await store.List(FilePlace.Of(tenant, place), cancel))
            {
                var name = $"{place.ToString().ToLowerInvariant()}/{file.Name}";
                if (!TenantFiles.IsPlain(file.Name))
                    tell($"overgeslagen, geen gewone naam: {name}");
                else if (await WriteFile(zip, name, new(FilePlace.Of(tenant, place), file.Name), cancel) is { } one)
                    written.Add(one);
            }
        tell(string.Create(CultureInfo.InvariantCulture, $"{written.Count} bestanden"));
        return written;
    }

    private async Task<BackupPart?> WriteFile(
        ZipArchive zip, string name, FileAddress address, CancellationToken cancel)
    {
        using var local = await store.Read(address, cancel);
        if (local is null || Open(local) is not { } source)
            // Taken to the next place a moment ago, where it is met again.
            return null;
        await using (source)
        {
            var entry = zip.CreateEntry(new BackupPart(name, 0, "").EntryName, CompressionLevel.Fastest);
            await using var to = await entry.OpenAsync(cancel);
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, bytes) = (new byte[0x20000], 0L);
            while (await source.ReadAsync(buffer, cancel) is > 0 and var count)
            {
                sha.AppendData(buffer.AsSpan(0, count));
                await to.WriteAsync(buffer.AsMemory(0, count), cancel);
                bytes += count;
            }
            return new BackupPart(name, bytes, Convert.ToHexStringLower(sha.GetHashAndReset()));
        }
    }

    private static FileStream? Open(LocalFile local)
    {
        try
        {
            return File.OpenRead(local.Path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Everything of a gemeente is in it: nobody else on the machine may read it.</summary>
    private static FileStream OwnFile(string path)
    {
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, own);
    }
}
