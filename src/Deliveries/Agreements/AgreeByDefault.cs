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
    private const string Purpose = "Informatiegestuurd werken aan lokale veiligheid";

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
            var agreement = new Agreement
            {
                Id = Guid.CreateVersion7(), Tenant = tenant.Code, Supplier = supplier.Code, Contract = contract,
                Terms = new AgreementTerms
                {
                    LegalBasis = basis, Purpose = Purpose, From = new DateOnly(2000, 1, 1),
                },
            };
            agreements.Add(agreement);
            change.Db.AgreementVersions.Add(
                AgreementVersion.Of(agreement, 1, new(change.At, actor.Name, "standaard")));
            change.Record(new AuditEvent("agreement.made", $"{tenant} · {supplier} · {contract} · standaard"), actor);
        }
        await change.Commit(cancel);
    }
}
