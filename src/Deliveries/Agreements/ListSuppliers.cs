using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>An organisation that delivers, and to which gemeenten it may; for who runs the platform.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agreements">Gemeente and contract of each agreement that did not end.</param>
public sealed record SupplierLine(string Code, string Name, IReadOnlyList<(string Tenant, string Contract)> Agreements);

/// <summary>Lists the suppliers of the platform.</summary>
public sealed class ListSuppliers(IDbContextFactory<CatalogueDb> catalogues, TimeProvider time)
{
    public async Task<IReadOnlyList<SupplierLine>> Execute(CancellationToken cancel)
    {
        var today = time.DutchToday();
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (suppliers, agreements) = (db.Suppliers, db.Agreements);
        var agreed = (await agreements.AsNoTracking().Where(a => a.Until == null || a.Until >= today)
                .OrderBy(a => a.Tenant).ThenBy(a => a.Contract)
                .Select(a => new { a.Supplier, a.Tenant, a.Contract }).ToListAsync(cancel))
            .ToLookup(a => a.Supplier, a => (a.Tenant, a.Contract), StringComparer.Ordinal);
        var rows = await suppliers.AsNoTracking().OrderBy(s => s.Code).ToListAsync(cancel);
        return [.. rows.Select(s => new SupplierLine(s.Code, s.Name, [.. agreed[s.Code]]))];
    }
}
