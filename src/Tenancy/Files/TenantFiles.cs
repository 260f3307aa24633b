namespace Twente.Igw.Tenancy;

/// <summary>The only way to a tenant's files. A name never leads outside the folder it is asked in.</summary>
public sealed class TenantFiles(DataFolder data, ICurrentTenant current, TimeProvider time)
{
    /// <summary>The folder of this kind of the current tenant; made when it does not exist.</summary>
    public string Folder(TenantPlace place) =>
        Directory.CreateDirectory(data.PlaceOf(current.Tenant.Id, place)).FullName;

    /// <summary>Path of a file, at most one folder deep (a supplier's own drop folder).</summary>
    /// <exception cref="ForeignPathException">The name would leave the tenant's folder.</exception>
    public string PathOf(TenantPlace place, string name)
    {
        var folder = Folder(place);
        if (!IsPlain(name))
            throw new ForeignPathException(name);
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ForeignPathException(name);
    }

    /// <summary>
    /// Moves a file between the tenant's places; the move is one step, so no reader sees half a file.
    /// </summary>
    public void Move(TenantPlace from, string name, TenantPlace to, string newName) =>
        File.Move(PathOf(from, name), PathOf(to, newName), overwrite: true);

    public void Delete(TenantPlace place, string name) => File.Delete(PathOf(place, name));

    /// <summary>
    /// Gives a file to the platform's quarantine, which no tenant can read. One way: there is no method to bring it
    /// back.
    /// </summary>
    public void SetApart(TenantPlace from, string name)
    {
        var target = Path.Combine(data.PlatformQuarantine, name);
        File.Move(PathOf(from, name), target, overwrite: true);
        // Its age in quarantine counts from now, whatever time the supplier's copy carried.
        File.SetLastWriteTimeUtc(target, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Whether a name can only mean a file in the folder it is asked in, or one folder deeper.</summary>
    internal static bool IsPlain(string name)
    {
        var parts = name.Split('/');
        return parts.Length <= 2 && parts.All(part => part.Length is > 0 and <= 255
            && part is not ("." or "..") && part.IndexOfAny(['\\', '\0', ':']) < 0);
    }
}

/// <summary>A file name that would lead outside the tenant's own folder.</summary>
public sealed class ForeignPathException(string name)
    : InvalidOperationException(
        $"The file name '{name.ReplaceLineEndings(" ")}' is not a plain name; it was not opened.");
