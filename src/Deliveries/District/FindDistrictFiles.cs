using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Looks through the district's drop folder and claims every file that has come to rest.</summary>
internal sealed class FindDistrictFiles(
    PlatformFiles files, ClaimDistrictFile claim, FindDistrictAgreements agreements, TimeProvider time)
{
    private readonly DropLooks _looks = new(time);

    public async Task<int> Execute(CancellationToken cancel)
    {
        var ready = new List<DropFile>();
        var there = DropFolder.Deliverable(await files.List(PlatformPlace.DistrictDrop, cancel));
        foreach (var file in files.AreWholeWhenSeen ? there : _looks.AtRest(there))
            if (file.HasManifest || _looks.HasWaitedLongEnough(file) || !await WaitsForManifest(file, cancel))
                ready.Add(file);
        return ready.Count == 0 ? 0 : await claim.FromDrop(ready, cancel);
    }

    /// <summary>One gemeente that asks for a manifest is enough: the file counts for all or for none.</summary>
    private async Task<bool> WaitsForManifest(DropFile file, CancellationToken cancel) =>
        (await agreements.Execute(file.Supplier, cancel)).Values.Any(a => a.ManifestRequired);
}
