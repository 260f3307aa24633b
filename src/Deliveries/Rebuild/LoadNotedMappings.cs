using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Makes the mappings again that deliveries went through. Notes do not tell whether one was still in force, or retired
/// since: each is a draft until a person activates it.
/// </summary>
internal static class LoadNotedMappings
{
    public static void Execute(TenantDb db, IReadOnlyList<DeliveryNote> notes)
    {
        var (mappings, versions) = (db.Mappings, db.MappingVersions);
        var noted = notes.Select(n => n.Mapping).OfType<NotedMapping>().DistinctBy(m => (m.Name, m.Version)).ToList();
        mappings.AddRange(noted.DistinctBy(m => m.Name).Select(m => new MappingRow
        {
            Name = m.Name, Supplier = m.Content.Supplier, Contract = m.Content.Contract,
        }));
        versions.AddRange(noted.Select(m => new MappingVersionRow
        {
            Name = m.Name, Version = m.Version, Json = m.Content.ToJson(), SavedAt = m.SavedAt, SavedBy = m.SavedBy,
        }));
    }
}
