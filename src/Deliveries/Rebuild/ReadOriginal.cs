using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Reads an original in the archive again, by its own contract, as when it came in.</summary>
internal sealed class ReadOriginal(
    ICurrentTenant current, TenantFiles files, Contracts contracts, ApplyMapping apply)
{
    /// <summary>What it states; null when it is gone, or says otherwise than its note.</summary>
    public async Task<CheckedFile?> Execute(DeliveryNote note, CancellationToken cancel)
    {
        using var original = await files.ReadOriginal(note.StoredName, cancel);
        if (original is null)
            return null;
        var file = new DeliveredFile(note.Supplier, note.FileName, original.Path, note.Bytes, note.Sha256, null)
        {
            Mapping = note.Mapping?.ToMapping(),
        };
        if (contracts.Of(file) is not { } contract)
            return null;
        if (file.Mapping is not null)
            file = file with { Mapped = await apply.Execute(file, cancel) };
        var name = contract.Read(file.NameInContract);
        if (name.Finding is not null || (name.Municipality is { } about && about.Code != current.Tenant.Id.Code))
            return null;
        var check = await contract.Check(file, cancel);
        return !check.IsRefused && check.Rows == note.Rows && check.Sum == note.Sum ? check : null;
    }
}
