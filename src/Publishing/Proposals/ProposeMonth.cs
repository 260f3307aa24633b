using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// Makes the proposal of the newest month that was delivered whole. Does nothing where the gemeente takes no part, or
/// where that month was proposed before, or while figures are among hers whose agreement nobody confirmed. Published it
/// is only after somebody approved it.
/// </summary>
public sealed class ProposeMonth
{
    private readonly TenantChanges _changes;
    private readonly CubeStore _cubes;
    private readonly ReadRegion _region;
    private readonly ICurrentTenant _current;

    internal ProposeMonth(TenantChanges changes, CubeStore cubes, ReadRegion region, ICurrentTenant current) =>
        (_changes, _cubes, _region, _current) = (changes, cubes, region, current);

    /// <summary>Proposes what was not proposed yet.</summary>
    /// <param name="again">Make one anew, of figures as they are now, where the last was not approved yet.</param>
    /// <param name="actor">Who asks for it.</param>
    /// <param name="cancel">Gives up; nothing is proposed then.</param>
    /// <returns>The proposal that was made; null when there was nothing to propose.</returns>
    public async Task<Proposal?> Execute(bool again, Actor actor, CancellationToken cancel)
    {
        var region = await _region.Execute(cancel);
        var cube = await _cubes.Current(cancel);
        // Of a feed that may not be shown yet nobody sees figures, the region least of all.
        if (cube.Stamp.Closed.Length > 0)
            return null;
        await using var change = await _changes.Begin(cancel);
        var (acceptances, proposals) = (change.Db.Acceptances, change.Db.Proposals);
        if (await acceptances.AsNoTracking().SingleOrDefaultAsync(a => a.EndedAt == null, cancel) is not { } accepted
            || region.Models.FirstOrDefault(m => m.Version == accepted.ModelVersion) is not { } model)
            return null;
        var participant = accepted.AsParticipant(_current.Tenant.Id.Code, _current.Tenant.Name);
        if (CountUnits.NewestWhole(cube, participant.From) is not { } month)
            return null;
        var before = await proposals.Where(p => p.State != ProposalState.Withdrawn)
            .OrderByDescending(p => p.Number).ToListAsync(cancel);
        if (!IsDue(before, month, again))
            return null;
        foreach (var waiting in before.Where(p => p.State == ProposalState.Waiting))
            waiting.State = ProposalState.Replaced;
        var proposal = await Make(change.Db, new Counted(cube, model, participant, month), change.At, cancel);
        proposals.Add(proposal);
        await change.Db.Tell(new RegionalMessage.Delivered(proposal.Month, change.At), change.At, cancel);
        change.Record(new AuditEvent("region.proposed", $"voorstel {proposal.Number} over {proposal.Month}"), actor);
        await change.Commit(cancel);
        return proposal;
    }

    private static bool IsDue(List<Proposal> before, ReportingPeriod month, bool again) =>
        before.FirstOrDefault(p => p.State != ProposalState.Replaced) is not { } last
        || last.Period.CompareTo(month) < 0 || (again && last.State == ProposalState.Waiting);

    private static async Task<Proposal> Make(TenantDb db, Counted counted, DateTime at, CancellationToken cancel)
    {
        var (cube, model, participant, month) = counted;
        var proposals = db.Proposals;
        var keys = await NoiseKey.Of(db, cancel);
        var counts = CountUnits.Execute(cube, model, participant.From, month, keys);
        var grid = new PublicationGrid(AreaCode.Parse(participant.Code), model, participant);
        var earlier = await ReadPublished.Execute(db, cancel);
        var made = ProtectCounts.Execute(grid, counts, earlier, code => InTree(cube.Tree, code));
        var text = ProtectedCells.Write(made.Cells);
        return new Proposal
        {
            Number = (await proposals.MaxAsync(p => (long?)p.Number, cancel) ?? 0) + 1,
            Month = month.ToString(), ModelVersion = model.Version, MadeAt = at,
            DataVersion = cube.Stamp.Version, BoundaryYear = cube.AnswerYear(CountUnits.WeeksOf(month)) ?? 0,
            Cells = text, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            CellCount = made.Cells.Count, Withheld = made.Withheld, State = ProposalState.Waiting,
        };
    }

    private static OwnClass InTree(CategoryTree tree, string code) =>
        tree.Find(CategoryCode.Parse(code)) is { } own ? new(own.Parent?.ToString(), own.Sensitivity is not null)
            : default;

    /// <summary>What is proposed, and of which figures.</summary>
    private sealed record Counted(Cube Cube, ModelAgreement Model, Participant Participant, ReportingPeriod Month);
}
