namespace Twente.Igw.Tenancy;

/// <summary>
/// Puts a gemeente back as a backup has her. The backup is read through first; until it has proven whole and hers
/// nothing is touched.
/// </summary>
public sealed class RestoreTenant
{
    private readonly RenewDatabase _renew;
    private readonly LoadBackup _load;
    private readonly PutFilesBack _files;
    private readonly ListDestroyed _destroyed;
    private readonly DatabaseEngine _engine;

    internal RestoreTenant(
        RenewDatabase renew, LoadBackup load, PutFilesBack files, ListDestroyed destroyed, DatabaseEngine engine) =>
        (_renew, _load, _files, _destroyed, _engine) = (renew, load, files, destroyed, engine);

    /// <exception cref="BackupRefusedException">It cannot be used; nothing was changed.</exception>
    /// <exception cref="UnknownTenantException">The platform does not have this tenant.</exception>
    public async Task<Restored> Execute(
        TenantId id, string path, RenewalRequest request, CancellationToken cancel)
    {
        await using var backup = await BackupFile.Open(path, id, cancel);
        var manifest = backup.Manifest;
        var schema = SchemaOf(manifest);
        request.Tell("de kopie is heel");
        // First the list: what was destroyed stays so, whatever becomes of the rest.
        await _destroyed.Add(id, [.. manifest.Destroyed], cancel);
        var copy = await _renew.Execute(id, new Renewal
        {
            Event = "tenant.restored", Schema = schema, Request = request, Source = Words(manifest),
            Fill = async (empty, stop) =>
            {
                await _load.Execute(empty.Scope.Get<TenantDb>(), backup, request.Tell, stop);
                await _files.Execute(id, backup, stop);
            },
        }, cancel);
        return new Restored(manifest, copy);
    }

    /// <summary>Each engine has migrations of its own; what they have in common is the name after the moment.</summary>
    private string SchemaOf(BackupManifest manifest) =>
        _engine.TenantSchemas.FirstOrDefault(schema => NameOf(schema) == NameOf(manifest.Schema))
        ?? throw new BackupRefusedException("zij is gemaakt door een nieuwer programma dan dit");

    private static string NameOf(string schema) => schema[(schema.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static string Words(BackupManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"kopie van {manifest.MadeAt:yyyy-MM-dd HH:mm:ss}, logboek tot regel {manifest.Audit.Number}");
}

/// <summary>A gemeente is back.</summary>
/// <param name="Manifest">What she was restored from.</param>
/// <param name="SafetyCopy">The copy of what was there before; null when it could not be read.</param>
public sealed record Restored(BackupManifest Manifest, string? SafetyCopy);
