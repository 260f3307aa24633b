namespace Twente.Igw.Deliveries;

/// <summary>Whether a file in the drop folder must wait, because its agreement asks for a manifest beside it.</summary>
internal sealed class WaitsForManifest(FindAgreement agreements, Contracts contracts, RecogniseFile recognise)
{
    public async Task<bool> Execute(DropFile file, CancellationToken cancel)
    {
        if (file.HasManifest)
            return false;
        var named = new DeliveredFile(file.Supplier, file.FileName, "", file.Bytes, "", null);
        return contracts.Of(await recognise.Execute(named, cancel)) is { } contract
            && await agreements.Execute(file.Supplier, contract.Name, cancel) is { ManifestRequired: true };
    }
}
