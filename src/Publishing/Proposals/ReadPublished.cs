using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>What the current gemeente published or approved so far: of each count the newest value.</summary>
internal static class ReadPublished
{
    public static async Task<IReadOnlyDictionary<CellName, int?>> Execute(TenantDb db, CancellationToken cancel)
    {
        var proposals = db.Proposals;
        var texts = await proposals.AsNoTracking()
            .Where(p => p.State == ProposalState.Published || p.State == ProposalState.Approved
                || (p.State == ProposalState.Withdrawn && p.PublishedAt != null))
            .OrderBy(p => p.Number).Select(p => p.Cells).ToListAsync(cancel);
        var cells = new Dictionary<CellName, int?>();
        foreach (var cell in texts.SelectMany(ProtectedCells.Read))
            // Withheld later does not undo that it was published.
            if (cell.Value is not null || !cells.ContainsKey(cell.Name))
                cells[cell.Name] = cell.Value;
        return cells;
    }
}
