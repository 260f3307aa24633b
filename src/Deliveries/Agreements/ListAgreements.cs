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
        var rows = await agreements.AsNoTracking().Where(a => a.Tenant == code)
            .OrderBy(a => a.Supplier).ThenBy(a => a.Contract).ThenBy(a => a.From).ToListAsync(cancel);
        var (versions, tenants, ids) = (db.AgreementVersions, db.Tenants, rows.Select(a => a.Id).ToArray());
        var made = await versions.AsNoTracking().Where(v => v.Number == 1 && ids.Contains(v.Agreement))
            .ToDictionaryAsync(v => v.Agreement, v => v.At, cancel);
        var added = await tenants.Where(t => t.Id == code).Select(t => t.AddedAt).SingleOrDefaultAsync(cancel);
        return
        [
            .. rows.Select(a => AgreementLine.Of(a) with
            {
                // One that was made before histories were kept is as old as the gemeente is here.
                MadeOn = DutchDay.Of(made.GetValueOrDefault(a.Id, added)),
            }),
        ];
    }
}

/// <summary>An agreement in a list.</summary>
public sealed record AgreementLine(
    string Supplier, string Contract, string LegalBasis, DateOnly From, DateOnly? Until, OrderKey OrderKey,
    bool ManifestRequired, bool IsConfirmed)
{
    public required Guid Id { get; init; }

    /// <summary>The day it was recorded.</summary>
    internal DateOnly MadeOn { get; init; }

    /// <summary>1 (Monday) to 7.</summary>
    public required int ExpectedWeekday { get; init; }

    public required int OriginalsKeptMonths { get; init; }

    /// <summary>Whether a file may come on this day.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    internal static AgreementLine Of(Agreement a) => new(
        a.Supplier, a.Contract, a.LegalBasis, a.From, a.Until, a.OrderKey, a.ManifestRequired, a.IsConfirmed)
    {
        Id = a.Id, ExpectedWeekday = a.ExpectedWeekday, OriginalsKeptMonths = a.OriginalsKeptMonths,
    };
}
