using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>A second process on the same data folder: it drops files as a supplier does, and looks.</summary>
internal sealed class Onlooker(TestPlatform platform)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public DataFolder Folder => platform.Data;

    /// <summary>What a reader sees now.</summary>
    public async Task<Cube> Look(CancellationToken cancel)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        return await scope.Get<CubeStore>().Refresh(cancel);
    }

    /// <summary>Looks every ten milliseconds until a reader sees this.</summary>
    public async Task Until(Func<Cube, bool> seen, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        while (!seen(await Look(patience.Token)))
            await Task.Delay(10, patience.Token);
    }

    /// <summary>
    /// Writes under a name that is left alone and renames: the file is complete the moment it is there.
    /// </summary>
    /// <returns>Its path in the drop folder.</returns>
    public async Task<string> Drop(InventedFile file, CancellationToken cancel)
    {
        var folder = await PathOf(TenantPlace.Drop, cancel);
        var written = file.Written();
        var (temporary, path) = (Path.Combine(folder, written.Name + ".tmp"), Path.Combine(folder, written.Name));
        await File.WriteAllTextAsync(temporary, written.Text, cancel);
        File.Move(temporary, path);
        return path;
    }

    public async Task<string> PathOf(TenantPlace place, CancellationToken cancel)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        return scope.Get<TenantFiles>().Folder(place);
    }
}
