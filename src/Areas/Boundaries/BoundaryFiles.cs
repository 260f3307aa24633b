using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>
/// Where boundary files lie: <c>areas/2021/GM0153-1f0c….igwb</c>. The last part is the hash of what the boundaries were
/// made from, so a name never gets other contents. Older versions stay: another process may still be reading them.
/// </summary>
internal sealed class BoundaryFiles(DataFolder data)
{
    public async Task<MunicipalityBoundaries> Read(
        AreaCode municipality, int year, string content, CancellationToken cancel)
    {
        var path = PathOf(municipality, year, content);
        return BoundaryFile.Read(await File.ReadAllBytesAsync(path, cancel));
    }

    /// <summary>Whether the file is there and whole.</summary>
    public bool Has(AreaCode municipality, int year, string content)
    {
        try
        {
            BoundaryFile.Read(File.ReadAllBytes(PathOf(municipality, year, content)));
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes beside it first, so that a file under its own name is always whole.</summary>
    public async Task Write(MunicipalityBoundaries boundaries, string content, CancellationToken cancel)
    {
        var path = PathOf(boundaries.Municipality, boundaries.BoundaryYear, content);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.CreateVersion7():N}";
        try
        {
            await File.WriteAllBytesAsync(beside, BoundaryFile.Write(boundaries), cancel);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private string PathOf(AreaCode municipality, int year, string content) =>
        Path.Combine(data.Areas, year.ToString(CultureInfo.InvariantCulture), $"{municipality}-{content}.igwb");
}
