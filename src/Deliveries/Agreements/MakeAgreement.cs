using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>What an agreement says that is about to be made.</summary>
public sealed record NewAgreement
{
    public required TenantId Tenant { get; init; }

    public required SupplierCode Supplier { get; init; }

    /// <summary>A <see cref="ContractName"/>.</summary>
    public required string Contract { get; init; }

    /// <summary>For police data Wpg 16, 18, 19, 20 or 22; otherwise AVG 6.</summary>
    public required string LegalBasis { get; init; }

    public required string Purpose { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    public OrderKey OrderKey { get; init; } = OrderKey.Arrival;

    public bool ManifestRequired { get; init; }
}

/// <summary>Records that a supplier and a gemeente agreed on a feed; from then on its files may come.</summary>
public sealed class MakeAgreement(CatalogueChanges changes)
{
    /// <returns>False when there is one already for this supplier, gemeente and contract; it is left alone.</returns>
    /// <exception cref="UnknownTenantException">The gemeente is not on the platform.</exception>
    public async Task<bool> Execute(NewAgreement made, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (agreements, suppliers, tenants) = (change.Db.Agreements, change.Db.Suppliers, change.Db.Tenants);
        var (tenant, supplier, contract) = (made.Tenant.Code, made.Supplier.Code, made.Contract);
        if (!await tenants.AnyAsync(t => t.Id == tenant, cancel))
            throw new UnknownTenantException(made.Tenant);
        if (await agreements.AnyAsync(
            a => a.Tenant == tenant && a.Supplier == supplier && a.Contract == contract && a.Until == null, cancel))
            return false;
        if (!await suppliers.AnyAsync(s => s.Code == supplier, cancel))
            suppliers.Add(new Supplier { Code = supplier, Name = supplier });
        agreements.Add(new Agreement
        {
            Id = Guid.CreateVersion7(), Tenant = tenant, Supplier = supplier, Contract = contract,
            LegalBasis = made.LegalBasis, Purpose = made.Purpose, From = made.From, OrderKey = made.OrderKey,
            Recipients = "Medewerkers van de gemeente met een toegekende autorisatie", IsConfirmed = true,
            ManifestRequired = made.ManifestRequired,
        });
        change.Record(new AuditEvent("agreement.made", $"{tenant} · {supplier} · {contract}"), actor);
        await change.Commit(cancel);
        return true;
    }
}
