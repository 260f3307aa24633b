using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>One agreement of a gemeente with everything it says and ever said.</summary>
public sealed class ShowAgreement(IDbContextFactory<CatalogueDb> catalogues)
{
    /// <returns>Null when this gemeente has no such agreement.</returns>
    public async Task<AgreementView?> Execute(TenantId tenant, Guid id, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (agreements, versions, code) = (db.Agreements, db.AgreementVersions, tenant.Code);
        var agreement = await agreements.AsNoTracking().SingleOrDefaultAsync(
            a => a.Id == id && a.Tenant == code, cancel);
        if (agreement is null)
            return null;
        var history = await versions.AsNoTracking().Where(v => v.Agreement == id).OrderBy(v => v.Number)
            .ToListAsync(cancel);
        return new AgreementView
        {
            Line = AgreementLine.Of(agreement), Terms = agreement.Terms, Version = history.Count,
            History = [.. history.Select((version, at) => Describe(version, at == 0 ? null : history[at - 1]))
                .Reverse()],
        };
    }

    /// <summary>The newest agreement of a gemeente with a supplier for a contract.</summary>
    public async Task<AgreementView?> Newest(
        TenantId tenant, SupplierCode supplier, string contract, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (agreements, code, who) = (db.Agreements, tenant.Code, supplier.Code);
        var id = await agreements.Where(a => a.Tenant == code && a.Supplier == who && a.Contract == contract)
            .OrderByDescending(a => a.From).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        return id is { } found ? await Execute(tenant, found, cancel) : null;
    }

    private static AgreementMoment Describe(AgreementVersion version, AgreementVersion? before)
    {
        var (now, then) = (version.Written(), before?.Written());
        return new AgreementMoment(
            version.Number, version.At, version.By, version.Did, version.Reason,
            [
                .. AllTerms.List.Where(t => then is not null && now.GetValueOrDefault(t.Key) != then.GetValueOrDefault(
                    t.Key)).Select(t => new TermChange(
                    t.Label, t.ShowText(then!.GetValueOrDefault(t.Key, "")), t.ShowText(now.GetValueOrDefault(
                    t.Key, "")))),
            ]);
    }
}

/// <summary>An agreement in full.</summary>
public sealed record AgreementView
{
    public required AgreementLine Line { get; init; }

    public required AgreementTerms Terms { get; init; }

    /// <summary>Number of its newest version; 0 when it was made before histories were kept.</summary>
    public required int Version { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AgreementMoment> History { get; init; }
}

/// <summary>Something that happened to an agreement.</summary>
public sealed record AgreementMoment(
    int Number, DateTime At, string By, string Did, string Reason, IReadOnlyList<TermChange> Changes);

/// <summary>A term that was changed, in the words of a reader.</summary>
public sealed record TermChange(string Label, string Before, string After);
