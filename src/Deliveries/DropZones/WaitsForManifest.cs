namespace Twente.Igw.Deliveries;

/// <summary>Whether a file in the drop folder must wait, because its agreement asks for a manifest beside it.</summary>
internal sealed class WaitsForManifest(FindAgreement agreements, Contracts contracts)
{
    public async Task<bool> Execute(DropFile file, CancellationToken cancel) =>
        !file.HasManifest && contracts.Of(file.FileName) is { } contract
        && await agreements.Execute(file.Supplier, contract.Name, cancel) is { ManifestRequired: true };
}
