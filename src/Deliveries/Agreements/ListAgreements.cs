using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>The agreements of one gemeente.</summary>
public sealed class ListAgreements(IDbContextFactory<CatalogueDb> catalogues)
{
    public async Task<IReadOnlyList<AgreementLine>> Execute(TenantId tenant, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (agreements, code) = (db.Agreements, tenant.Code);
        return await agreements.AsNoTracking().Where(a => a.Tenant == code)
            .OrderBy(a => a.Supplier).ThenBy(a => a.Contract).ThenBy(a => a.From)
            .Select(a => new AgreementLine(
                a.Supplier, a.Contract, a.LegalBasis, a.From, a.Until, a.OrderKey, a.ManifestRequired, a.IsConfirmed))
            .ToListAsync(cancel);
    }
}

/// <summary>An agreement in a list.</summary>
public sealed record AgreementLine(
    string Supplier, string Contract, string LegalBasis, DateOnly From, DateOnly? Until, OrderKey OrderKey,
    bool ManifestRequired, bool IsConfirmed);
