using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Gives a new tenant the supplier <c>politie</c> with an agreement for the weekly file, marked as not yet confirmed.
/// An agreement that is there, whatever it says, is left alone.
/// </summary>
public sealed class AgreeByDefault(CatalogueChanges changes)
{
    public async Task Execute(TenantId tenant, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (agreements, suppliers) = (change.Db.Agreements, change.Db.Suppliers);
        if (!await suppliers.AnyAsync(s => s.Code == SupplierCode.Police.Code, cancel))
            suppliers.Add(new Supplier { Code = SupplierCode.Police.Code, Name = "Politie" });
        if (await agreements.AnyAsync(a => a.Tenant == tenant.Code, cancel))
            return;
        agreements.Add(new Agreement
        {
            Id = Guid.CreateVersion7(), Tenant = tenant.Code, Supplier = SupplierCode.Police.Code,
            Contract = ContractName.PolitieWeek, LegalBasis = "Wpg 16", From = new DateOnly(2000, 1, 1),
            Purpose = "Informatiegestuurd werken aan lokale veiligheid (standaard, nog vast te leggen)",
            Recipients = "Medewerkers van de gemeente met een toegekende autorisatie", OrderKey = OrderKey.Arrival,
        });
        change.Record(new AuditEvent("agreement.made", $"{tenant} · politie · politie-week · standaard"), actor);
        await change.Commit(cancel);
    }
}
