using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Twente.Igw.Tenancy;

/// <summary>
/// A backup that was looked through before anything is done with it: every part has the hash it should have.
/// </summary>
public sealed class BackupFile : IAsyncDisposable
{
    private const long LongestManifest = 0x4000000;

    private readonly ZipArchive _zip;

    private BackupFile(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Reads all of it; changes nothing.</summary>
    /// <exception cref="BackupRefusedException">It is no backup, not hers, or not as it was written.</exception>
    internal static async Task<BackupFile> Open(string path, TenantId tenant, CancellationToken cancel)
    {
        if (!File.Exists(path))
            throw new BackupRefusedException($"het bestand {path} bestaat niet");
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, cancel);
            var manifest = await ReadManifest(zip, cancel);
            RequireFitting(manifest, tenant);
            RequireParts(zip, manifest, cancel);
            return new BackupFile(zip, manifest);
        }
        catch (Exception wrong)
        {
            zip?.Dispose();
            if (wrong is InvalidDataException or JsonException or EndOfStreamException or NotSupportedException)
                throw new BackupRefusedException("het bestand is beschadigd of geen reservekopie", wrong);
            throw;
        }
    }

    /// <summary>Whether it holds a table of this name.</summary>
    public bool Has(string table) => Manifest.Tables.Any(t => t.Table.Name == table);

    /// <summary>How many rows of a table there are by each value of a whole-number column.</summary>
    public IReadOnlyDictionary<long, long> CountBy(string table, string column)
    {
        var (counts, from) = (new Dictionary<long, long>(), Find(table));
        var at = PositionOf(from.Table, column);
        foreach (var row in Rows(from))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, row[at].Number, out _)++;
        return counts;
    }

    /// <summary>Loads the rows of a table whose whole-number column has one of these values; inside the caller's
    /// transaction.</summary>
    public Task<long> Load(
        DatabaseEngine engine, TenantDb db, BackupRows wanted, CancellationToken cancel)
    {
        var from = Find(wanted.Table);
        var at = wanted.Column is { } column ? PositionOf(from.Table, column) : 0;
        return engine.Insert(
            db, LoadBackup.BulkOf(from.Table),
            Rows(from).Where(row => wanted.Column is null || wanted.Values.Contains(row[at].Number)), cancel);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    internal IEnumerable<StoredValue[]> Rows(BackupTable table)
    {
        using var stream = _zip.GetEntry(table.EntryName)!.Open();
        foreach (var row in ReadRows.Execute(table.Table, stream))
            yield return row;
    }

    internal async Task Extract(BackupPart file, string path, CancellationToken cancel) =>
        await _zip.GetEntry(file.EntryName)!.ExtractToFileAsync(path, overwrite: true, cancel);

    private BackupTable Find(string table) => Manifest.Tables.Single(t => t.Table.Name == table);

    private static int PositionOf(StoredTable table, string column) =>
        table.Columns.Select((c, at) => (c.Name, at)).Single(c => c.Name == column).at;

    private static async Task<BackupManifest> ReadManifest(ZipArchive zip, CancellationToken cancel)
    {
        var entry = zip.GetEntry(BackupManifest.EntryName)
            ?? throw new BackupRefusedException("er zit geen manifest.json in");
        if (entry.Length > LongestManifest)
            throw new InvalidDataException("The manifest is longer than any manifest.");
        using var json = new MemoryStream();
        await using (var stream = await entry.OpenAsync(cancel))
            await stream.CopyToAsync(json, cancel);
        // Looked at before the rest: a newer program may say it in another way.
        using (var said = JsonDocument.Parse(json.ToArray()))
            RequireFormat(said.RootElement);
        return BackupManifest.Read(json.ToArray());
    }

    private static void RequireFormat(JsonElement said)
    {
        if (said.ValueKind != JsonValueKind.Object
            || !said.TryGetProperty("vorm", out var form) || form.ValueKind != JsonValueKind.String
            || form.GetString() != BackupManifest.ThisFormat
            || !said.TryGetProperty("versie", out var version) || !version.TryGetInt32(out var number))
            throw new BackupRefusedException("het bestand is geen reservekopie van dit platform");
        if (number > BackupManifest.ThisVersion)
            throw new BackupRefusedException(
                $"de kopie is van vorm {number}, gemaakt door een nieuwer programma; dit programma leest tot en met " +
                $"vorm {BackupManifest.ThisVersion}");
    }

    private static void RequireFitting(BackupManifest manifest, TenantId tenant)
    {
        if (manifest.Tenant != tenant.Code)
            throw new BackupRefusedException($"de kopie is van een andere gemeente dan {tenant}");
        if (!manifest.IsSealed || manifest.TablesChecksum != BackupManifest.ChecksumOf(manifest.Tables))
            throw new BackupRefusedException("het controlegetal van het manifest klopt niet");
    }

    private static void RequireParts(ZipArchive zip, BackupManifest manifest, CancellationToken cancel)
    {
        var stated = manifest.Tables.Select(t => t.EntryName).Concat(manifest.Files.Select(f => f.EntryName))
            .Append(BackupManifest.EntryName).ToList();
        var found = zip.Entries.Select(e => e.FullName).ToList();
        if (found.Except(stated, StringComparer.Ordinal).FirstOrDefault() is { } stranger)
            throw new BackupRefusedException($"er zit iets in dat er niet in hoort: '{Printable(stranger)}'");
        if (stated.Except(found, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw new BackupRefusedException($"er ontbreekt: '{Printable(missing)}'");
        if (found.Count != stated.Count)
            throw new BackupRefusedException("iets zit er twee keer in");
        foreach (var table in manifest.Tables)
        {
            cancel.ThrowIfCancellationRequested();
            RequireNames(table.Table);
            using var stream = new HashedReading(zip.GetEntry(table.EntryName)!.Open(), table.Bytes);
            Require(ReadRows.Execute(table.Table, stream).LongCount() == table.Rows
                && stream.Was(table.Bytes, table.Sha256), table.EntryName);
        }
        foreach (var file in manifest.Files)
        {
            cancel.ThrowIfCancellationRequested();
            RequirePlace(file);
            using var stream = new HashedReading(zip.GetEntry(file.EntryName)!.Open(), file.Bytes);
            Require(stream.Was(file.Bytes, file.Sha256), file.EntryName);
        }
    }

    private static void Require(bool holds, string part)
    {
        if (!holds)
            throw new BackupRefusedException($"het controlegetal van '{Printable(part)}' klopt niet");
    }

    /// <summary>These names become names in a statement.</summary>
    private static void RequireNames(StoredTable table)
    {
        var columns = table.Columns.Select(c => c.Name).ToList();
        if (!columns.Append(table.Name).All(IsIdentifier) || table.Key.Count == 0
            || table.Key.Except(columns, StringComparer.Ordinal).Any())
            throw new BackupRefusedException($"de tabel '{Printable(table.Name)}' heeft geen gewone namen");
    }

    /// <summary>These names become names of files: one that leads elsewhere refuses the whole backup.</summary>
    private static void RequirePlace(BackupPart file)
    {
        if (PlaceOf(file) is null)
            throw new BackupRefusedException($"'{Printable(file.Name)}' wijst buiten de mappen van de gemeente");
    }

    /// <summary>The place a file belongs in and its name there; null when there is no such place or name.</summary>
    internal static (TenantPlace Place, string Name)? PlaceOf(BackupPart file)
    {
        var slash = file.Name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !TenantFiles.IsPlain(file.Name[(slash + 1)..]))
            return null;
        foreach (var place in Enum.GetValues<TenantPlace>())
            if (file.Name.AsSpan(0, slash).SequenceEqual(place.ToString().ToLowerInvariant()))
                return (place, file.Name[(slash + 1)..]);
        return null;
    }

    private static bool IsIdentifier(string name) =>
        name is { Length: > 0 and <= 100 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Printable(string text) =>
        new([.. text.Take(100).Select(c => char.IsControl(c) ? '?' : c)]);
}

/// <summary>Some rows of a table in a backup.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">A whole-number column; null for all rows.</param>
/// <param name="Values">The values that are wanted in it.</param>
public sealed record BackupRows(string Table, string? Column, IReadOnlyCollection<long> Values);

/// <summary>A backup that may not be used. Nothing was changed.</summary>
public sealed class BackupRefusedException(string why, Exception? cause = null)
    : InvalidOperationException($"De kopie is geweigerd: {why}. Er is niets veranderd.", cause);
