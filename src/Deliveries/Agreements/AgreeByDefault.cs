using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Gives a new tenant the suppliers <c>politie</c>, with an agreement for the weekly file, and <c>gemeente</c>, with
/// one for its own key figures; both marked as not yet confirmed. An agreement that is there for a contract, whatever
/// it says, is left alone.
/// </summary>
public sealed class AgreeByDefault(CatalogueChanges changes)
{
    private const string NotYetConfirmed =
        "Informatiegestuurd werken aan lokale veiligheid (standaard, nog vast te leggen)";

    private static readonly (SupplierCode Supplier, string Name, string Contract, string LegalBasis)[] Defaults =
    [
        (SupplierCode.Police, "Politie", ContractName.PolitieWeek, "Wpg 16"),
        (SupplierCode.Municipality, "Gemeente", ContractName.GemeenteKerncijfers, "AVG 6 lid 1 onder e"),
    ];

    public async Task Execute(TenantId tenant, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (agreements, suppliers) = (change.Db.Agreements, change.Db.Suppliers);
        var agreed = await agreements.Where(a => a.Tenant == tenant.Code).Select(a => a.Contract).ToListAsync(cancel);
        var missing = Defaults.Where(d => !agreed.Contains(d.Contract)).ToList();
        if (missing.Count == 0)
            return;
        foreach (var (supplier, name, contract, basis) in missing)
        {
            if (!await suppliers.AnyAsync(s => s.Code == supplier.Code, cancel))
                suppliers.Add(new Supplier { Code = supplier.Code, Name = name });
            agreements.Add(new Agreement
            {
                Id = Guid.CreateVersion7(), Tenant = tenant.Code, Supplier = supplier.Code, Contract = contract,
                LegalBasis = basis, From = new DateOnly(2000, 1, 1), Purpose = NotYetConfirmed,
                Recipients = "Medewerkers van de gemeente met een toegekende autorisatie",
                OrderKey = OrderKey.Arrival,
            });
            change.Record(new AuditEvent("agreement.made", $"{tenant} · {supplier} · {contract} · standaard"), actor);
        }
        await change.Commit(cancel);
    }
}
