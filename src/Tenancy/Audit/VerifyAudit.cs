using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Walks a chain from its first line to its head and says where it was tampered with.</summary>
public sealed class VerifyAudit
{
    private readonly ITenantScopes _tenants;
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly AuditHeads _heads;

    internal VerifyAudit(ITenantScopes tenants, IDbContextFactory<CatalogueDb> catalogues, AuditHeads heads) =>
        (_tenants, _catalogues, _heads) = (tenants, catalogues, heads);

    public async Task<AuditVerdict> Tenant(TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await _tenants.Open(tenant, cancel);
        return await Walk(scope.Get<TenantDb>().Audit, tenant.Code, cancel);
    }

    public async Task<AuditVerdict> Platform(CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        return await Walk(db.Audit, AuditHeads.Platform, cancel);
    }

    private async Task<AuditVerdict> Walk(DbSet<AuditLine> chain, string name, CancellationToken cancel)
    {
        var (number, hash) = (0L, AuditHead.Start);
        await foreach (
            var line in chain.AsNoTracking().OrderBy(l => l.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (line.Number != number + 1)
                return new AuditVerdict.Broken(number + 1, "regel ontbreekt of is ingevoegd");
            if (line.PreviousHash != hash)
                return new AuditVerdict.Broken(line.Number, "sluit niet aan op de regel ervoor");
            if (line.ComputeHash() != line.Hash)
                return new AuditVerdict.Broken(line.Number, "inhoud is gewijzigd");
            (number, hash) = (line.Number, line.Hash);
        }
        // Read after the chain: a line that came in meanwhile would otherwise look cut.
        var head = await _heads.Read(name, cancel) ?? new AuditHead { Chain = name };
        if (head.Accepts(number, hash))
            return new AuditVerdict.Intact(number);
        return await GrewMeanwhile(chain, head, number, hash, cancel)
            ? new AuditVerdict.Intact(number)
            : new AuditVerdict.Broken(
                number + 1, "het einde is afgeknipt of aangevuld: de bewaarde kop wijst een andere regel aan");
    }

    /// <summary>
    /// A writer may have added lines between walking and reading the head: they must follow on from here.
    /// </summary>
    private static async Task<bool> GrewMeanwhile(
        DbSet<AuditLine> chain, AuditHead head, long number, string hash, CancellationToken cancel)
    {
        if (head.Number <= number)
            return false;
        var later = await chain.AsNoTracking().Where(l => l.Number > number && l.Number <= head.Number)
            .OrderBy(l => l.Number).ToListAsync(cancel);
        foreach (var line in later)
        {
            if (line.Number != number + 1 || line.PreviousHash != hash || line.ComputeHash() != line.Hash)
                return false;
            (number, hash) = (line.Number, line.Hash);
        }
        return head.Accepts(number, hash);
    }
}

/// <summary>What <see cref="VerifyAudit"/> found.</summary>
public abstract record AuditVerdict
{
    /// <summary>Every line is as it was written and none is missing.</summary>
    public sealed record Intact(long Lines) : AuditVerdict;

    /// <summary>The chain breaks at this line number.</summary>
    public sealed record Broken(long Line, string Why) : AuditVerdict;
}
