using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>How the current gemeente takes part in the region.</summary>
/// <param name="Acceptances">What she accepted, newest first; the first may still hold.</param>
/// <param name="Proposals">Newest first, without their cells.</param>
/// <param name="Unsent">Messages that the region has not heard yet.</param>
public sealed record PublishingState(
    IReadOnlyList<Acceptance> Acceptances, IReadOnlyList<ProposalLine> Proposals, int Unsent)
{
    /// <summary>What holds now; null when she takes no part.</summary>
    public Acceptance? InForce => Acceptances.FirstOrDefault(a => a.EndedAt is null);

    /// <summary>What waits for approval; null when nothing does.</summary>
    public ProposalLine? Waiting => Proposals.FirstOrDefault(p => p.State == ProposalState.Waiting);
}

/// <summary>A proposal without its cells.</summary>
public sealed record ProposalLine(
    long Number, ReportingPeriod Month, DateTime MadeAt, ProposalState State, int CellCount, int Withheld,
    string Sha256)
{
    public required string Note { get; init; }

    public required string? DecidedBy { get; init; }

    public required DateTime? DecidedAt { get; init; }

    public required DateTime? PublishedAt { get; init; }
}

/// <summary>
/// Shows how the current gemeente takes part in the region, and what is or would be published of her.
/// </summary>
public sealed class ShowPublishing
{
    private readonly TenantDb _db;

    internal ShowPublishing(TenantDb db) => _db = db;

    public async Task<PublishingState> Execute(CancellationToken cancel)
    {
        var (acceptances, proposals, outbox) = (_db.Acceptances, _db.Proposals, _db.Outbox);
        var lines = await proposals.AsNoTracking().OrderByDescending(p => p.Number).Select(p => new
        {
            p.Number, p.Month, p.MadeAt, p.State, p.CellCount, p.Withheld, p.Sha256, p.Note, p.DecidedBy, p.DecidedAt,
            p.PublishedAt,
        }).ToListAsync(cancel);
        return new PublishingState(
            await acceptances.AsNoTracking().OrderByDescending(a => a.Number).ToListAsync(cancel),
            lines.ConvertAll(p => new ProposalLine(
                p.Number, ReportingPeriod.Parse(p.Month), p.MadeAt, p.State, p.CellCount, p.Withheld, p.Sha256)
            {
                Note = p.Note, DecidedBy = p.DecidedBy, DecidedAt = p.DecidedAt, PublishedAt = p.PublishedAt,
            }),
            await outbox.CountAsync(o => o.SentAt == null, cancel));
    }

    /// <summary>
    /// Every count of a proposal as it would be or was published; null when there is no such proposal.
    /// </summary>
    public async Task<IReadOnlyList<ProtectedCell>?> Cells(long number, CancellationToken cancel)
    {
        var proposals = _db.Proposals;
        var text = await proposals.AsNoTracking().Where(p => p.Number == number).Select(p => p.Cells)
            .SingleOrDefaultAsync(cancel);
        return text is null ? null : [.. ProtectedCells.Read(text)];
    }
}
