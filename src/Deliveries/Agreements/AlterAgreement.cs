using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>What somebody wants of an agreement.</summary>
public sealed record AgreementRequest
{
    public required TenantId Tenant { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The version this was decided on; null when that does not matter.</summary>
    public int? Version { get; init; }

    /// <summary>Terms as they are to be, by key; what is not here stays.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public string Reason { get; init; } = "";
}

/// <summary>What deciding about an agreement can end in.</summary>
public abstract record AgreementOutcome
{
    private AgreementOutcome()
    {
    }

    /// <summary>It is a new version from now on.</summary>
    public sealed record Altered(int Version) : AgreementOutcome;

    /// <summary>It said so already; nothing was changed.</summary>
    public sealed record Unchanged : AgreementOutcome;

    /// <summary>This gemeente has no such agreement.</summary>
    public sealed record Unknown : AgreementOutcome;

    /// <summary>Somebody changed it in the meantime; nothing was changed.</summary>
    public sealed record Outdated : AgreementOutcome;

    /// <summary>What was given is not right; nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<TermObjection> Objections) : AgreementOutcome;
}

/// <summary>Gives an agreement a new version; the one before stays in its history.</summary>
internal sealed class AlterAgreement(CatalogueChanges changes)
{
    private const int LongestReason = 300;

    /// <param name="request">What is wanted.</param>
    /// <param name="how">What is done with it.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<AgreementOutcome> Execute(
        AgreementRequest request, Alteration how, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (agreements, versions, tenant) =
            (change.Db.Agreements, change.Db.AgreementVersions, request.Tenant.Code);
        var agreement = await agreements.SingleOrDefaultAsync(
            a => a.Id == request.Id && a.Tenant == tenant, cancel);
        if (agreement is null)
            return new AgreementOutcome.Unknown();
        var last = await versions.Where(v => v.Agreement == agreement.Id).MaxAsync(v => (int?)v.Number, cancel) ?? 0;
        if (request.Version is { } seen && seen != last)
            return new AgreementOutcome.Outdated();
        var (terms, wrong) = CheckTerms.Read(agreement.Contract, agreement.Terms, request.Given);
        if (wrong.Count == 0)
            wrong = [.. how.Objections(request), .. await Overlap(change.Db, agreement, terms, cancel)];
        if (wrong.Count > 0)
            return new AgreementOutcome.Refused(wrong);
        if (terms == agreement.Terms && (agreement.IsConfirmed || !how.Confirms))
            return new AgreementOutcome.Unchanged();
        if (last == 0)
            // Made before histories were kept: what it said until now is its first version.
            versions.Add(AgreementVersion.Of(agreement, ++last, new(change.At, "platform", "gold al")));
        (agreement.Terms, agreement.IsConfirmed) = (terms, agreement.IsConfirmed || how.Confirms);
        var reason = Cut(request.Reason);
        versions.Add(AgreementVersion.Of(agreement, last + 1, new(change.At, actor.Name, how.Word, reason)));
        change.Record(
            new AuditEvent(how.Event, $"{Subject(agreement)} · versie {last + 1}", Purpose: reason), actor);
        await change.Commit(cancel);
        return new AgreementOutcome.Altered(last + 1);
    }

    public static string Subject(Agreement agreement) =>
        $"{agreement.Tenant} · {agreement.Supplier} · {agreement.Contract}";

    /// <summary>Two agreements for one feed may follow each other and never hold at once.</summary>
    private static async Task<IEnumerable<TermObjection>> Overlap(
        CatalogueDb db, Agreement agreement, AgreementTerms terms, CancellationToken cancel)
    {
        var (agreements, id, tenant) = (db.Agreements, agreement.Id, agreement.Tenant);
        var (supplier, contract) = (agreement.Supplier, agreement.Contract);
        var others = await agreements.AsNoTracking()
            .Where(a => a.Tenant == tenant && a.Supplier == supplier && a.Contract == contract && a.Id != id)
            .ToListAsync(cancel);
        return others
            .Where(o => (terms.Until is null || o.From <= terms.Until) && (o.Until is null || o.Until >= terms.From))
            .Take(1)
            .Select(o => TermObjection.To(
                AllTerms.Of(AllTerms.From), $"{terms.From:dd-MM-yyyy}",
                $"een tijd waarin geen andere afspraak hierover geldt; er is er al een vanaf {o.From:dd-MM-yyyy}"));
    }

    private static string Cut(string reason) =>
        reason.Trim() is var trimmed && trimmed.Length > LongestReason ? trimmed[..LongestReason] : trimmed;
}

/// <summary>What is done with an agreement.</summary>
/// <param name="Word">As its history tells it.</param>
/// <param name="Event">As the audit chain tells it.</param>
/// <param name="Confirms">Whether it is confirmed by it.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
internal sealed record Alteration(string Word, string Event, bool Confirms, bool NeedsReason)
{
    public IEnumerable<TermObjection> Objections(AgreementRequest request) =>
        NeedsReason && string.IsNullOrWhiteSpace(request.Reason)
            ? [new TermObjection("reden", "Reden", request.Reason, "een zin die zegt waarom")]
            : [];
}
