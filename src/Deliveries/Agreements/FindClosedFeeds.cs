using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// The feeds of a gemeente that have agreements of which none was ever confirmed. In the embedded profile there are
/// none: a trial shows figures before anybody signs.
/// </summary>
internal sealed class FindClosedFeeds(IDbContextFactory<CatalogueDb> catalogues, IOptions<TenancyOptions> options)
{
    public async Task<IReadOnlyList<Feed>> Execute(TenantId tenant, CancellationToken cancel)
    {
        if (options.Value.Profile == Profile.Embedded)
            return [];
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (agreements, code) = (db.Agreements, tenant.Code);
        var rows = await agreements.AsNoTracking().Where(a => a.Tenant == code)
            .Select(a => new { a.Contract, a.Supplier, a.IsConfirmed }).ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(r => new Feed(ContractName.CountsAs(r.Contract), r.Supplier))
                .Where(feed => !feed.Any(r => r.IsConfirmed)).Select(feed => feed.Key)
                .OrderBy(f => f.Contract, StringComparer.Ordinal).ThenBy(f => f.Supplier, StringComparer.Ordinal),
        ];
    }
}
