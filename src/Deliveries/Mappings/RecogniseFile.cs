using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>A version of a mapping as it works on files.</summary>
internal sealed record MappingInForce(string Name, int Version, Mapping Mapping);

/// <summary>
/// Says whether a file goes through a mapping. One with the name of a contract never does; any other does when exactly
/// one active mapping of its supplier knows its name.
/// </summary>
internal sealed class RecogniseFile(TenantDb db, Contracts contracts)
{
    public async Task<DeliveredFile> Execute(DeliveredFile file, CancellationToken cancel)
    {
        if (contracts.Of(file.FileName) is not null || RowText.FormOf(file.FileName) is null)
            return file;
        var found = (await InForce(file.Supplier, cancel))
            .Where(m => new FileNamePattern(m.Mapping.FileName).Matches(file.FileName)).ToList();
        return found.Count switch
        {
            0 => file,
            1 => file with { Mapping = found[0] },
            _ => file with
            {
                Unrecognised = Finding.OfFile(
                    FindingCode.MappingAmbiguous, file.FileName, string.Join(", ", found.Select(f => f.Name))),
            },
        };
    }

    /// <summary>The file with the mapping that made a delivery, whatever is in force now.</summary>
    public async Task<DeliveredFile> AsBefore(DeliveredFile file, Delivery delivery, CancellationToken cancel)
    {
        var (versions, name, version) = (db.MappingVersions, delivery.Mapping, delivery.MappingVersion);
        var json = await versions.AsNoTracking().Where(v => v.Name == name && v.Version == version)
            .Select(v => v.Json).SingleOrDefaultAsync(cancel);
        return json is null ? file : file with { Mapping = Read(name!, version!.Value, json) };
    }

    private async Task<List<MappingInForce>> InForce(string supplier, CancellationToken cancel)
    {
        var (mappings, versions) = (db.Mappings, db.MappingVersions);
        var rows = await (
            from m in mappings.AsNoTracking()
            join v in versions.AsNoTracking() on m.Name equals v.Name
            where m.Supplier == supplier && m.Active == v.Version
            orderby m.Name
            select new { v.Name, v.Version, v.Json }).ToListAsync(cancel);
        return [.. rows.Select(r => Read(r.Name, r.Version, r.Json))];
    }

    private static MappingInForce Read(string name, int version, string json) =>
        Mapping.TryRead(json, out var mapping, out var objection)
            ? new MappingInForce(name, version, mapping)
            : throw new InvalidOperationException($"Mapping '{name}' version {version}: {objection}");
}
