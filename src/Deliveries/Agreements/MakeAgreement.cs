using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>An agreement that is about to be made.</summary>
public sealed record NewAgreement
{
    public required TenantId Tenant { get; init; }

    public required SupplierCode Supplier { get; init; }

    /// <summary>A <see cref="ContractName"/>.</summary>
    public required string Contract { get; init; }

    public required AgreementTerms Terms { get; init; }
}

/// <summary>An agreement that is about to be made, as somebody wrote it.</summary>
public sealed record WrittenAgreement
{
    public required TenantId Tenant { get; init; }

    public required SupplierCode Supplier { get; init; }

    /// <summary>A <see cref="ContractName"/>.</summary>
    public required string Contract { get; init; }

    /// <summary>Terms by key; legal basis and purpose must be among them.</summary>
    public required IReadOnlyDictionary<string, string> Given { get; init; }

    /// <summary>Its first day, unless another is given.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>Records that a supplier and a gemeente agreed on a feed; from then on its files may come.</summary>
public sealed class MakeAgreement(CatalogueChanges changes)
{
    /// <summary>The same, of terms as they are written.</summary>
    /// <exception cref="UnknownTenantException">The gemeente is not on the platform.</exception>
    public async Task<AgreementOutcome> Execute(WrittenAgreement written, Actor actor, CancellationToken cancel)
    {
        var blank = new AgreementTerms { LegalBasis = "", Purpose = "", From = written.Today };
        var (terms, wrong) = CheckTerms.Read(written.Contract, blank, written.Given);
        if (wrong.Count > 0)
            return new AgreementOutcome.Refused(wrong);
        var made = new NewAgreement
        {
            Tenant = written.Tenant, Supplier = written.Supplier, Contract = written.Contract, Terms = terms,
        };
        return await Execute(made, actor, cancel);
    }

    /// <returns>Unchanged when there is one already that would hold at the same time; it is left alone.</returns>
    /// <exception cref="UnknownTenantException">The gemeente is not on the platform.</exception>
    public async Task<AgreementOutcome> Execute(NewAgreement made, Actor actor, CancellationToken cancel)
    {
        if (CheckTerms.Of(made.Contract, made.Terms).ToList() is { Count: > 0 } wrong)
            return new AgreementOutcome.Refused(wrong);
        await using var change = await changes.Begin(cancel);
        var (agreements, suppliers, tenants) = (change.Db.Agreements, change.Db.Suppliers, change.Db.Tenants);
        var (tenant, supplier, contract) = (made.Tenant.Code, made.Supplier.Code, made.Contract);
        if (!await tenants.AnyAsync(t => t.Id == tenant, cancel))
            throw new UnknownTenantException(made.Tenant);
        var (from, until) = (made.Terms.From, made.Terms.Until ?? DateOnly.MaxValue);
        if (await agreements.AnyAsync(
            a => a.Tenant == tenant && a.Supplier == supplier && a.Contract == contract
                && (a.Until == null || a.Until >= from) && a.From <= until, cancel))
            return new AgreementOutcome.Unchanged();
        if (!await suppliers.AnyAsync(s => s.Code == supplier, cancel))
            suppliers.Add(new Supplier { Code = supplier, Name = supplier });
        var agreement = new Agreement
        {
            Id = Guid.CreateVersion7(), Tenant = tenant, Supplier = supplier, Contract = contract, Terms = made.Terms,
            IsConfirmed = true,
        };
        agreements.Add(agreement);
        change.Db.AgreementVersions.Add(
            AgreementVersion.Of(agreement, 1, new(change.At, actor.Name, "vastgelegd")));
        change.Record(new AuditEvent("agreement.made", AlterAgreement.Subject(agreement)), actor);
        await change.Commit(cancel);
        return new AgreementOutcome.Altered(1);
    }
}
