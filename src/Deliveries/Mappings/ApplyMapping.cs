using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes a file of the current tenant through a mapping; changes nothing.</summary>
internal sealed class ApplyMapping(ICurrentTenant current, ReadKnown known)
{
    public async Task<MappedRows> Execute(DeliveredFile file, CancellationToken cancel) => await Execute(
        await File.ReadAllBytesAsync(file.Path, cancel), file.FileName, file.Mapping!.Mapping, cancel);

    public async Task<MappedRows> Execute(
        byte[] file, string fileName, Mapping mapping, CancellationToken cancel) => MapSource.Execute(
        file, fileName, mapping, await known.Execute(AreaCode.Parse(current.Tenant.Id.Code), cancel), cancel);
}
