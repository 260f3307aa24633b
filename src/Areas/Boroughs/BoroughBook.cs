using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Everything a tenant ever said of her boroughs, and what of it holds on a day.</summary>
public sealed class BoroughBook(IReadOnlyList<BoroughChange> changes)
{
    public static BoroughBook Empty { get; } = new([]);

    /// <summary>Every change, also those that were taken back, in the order in which they were made.</summary>
    public IReadOnlyList<BoroughChange> Changes => changes;

    /// <summary>Reads the book of the tenant whose database this is.</summary>
    public static async Task<BoroughBook> Read(TenantDb db, CancellationToken cancel)
    {
        var rows = db.BoroughChanges;
        return new BoroughBook(await rows.AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancel));
    }

    /// <summary>How many changes hold on a day; rises when a day brings one into force.</summary>
    public int CountInForce(DateOnly day) => changes.InForceOn(day).Count();

    /// <summary>The boroughs of a boundary year on a day, ordered by code.</summary>
    public IReadOnlyList<Borough> On(DateOnly day, int boundaryYear) =>
    [
        .. changes.InForceOn(day).Where(c => c.BoundaryYear == boundaryYear)
            .GroupBy(c => c.Code, (_, of) => of.Last()).Where(c => c.Act == BoroughAct.Set).Select(c => c.Stated)
            .OrderBy(b => b.Code.Code, StringComparer.Ordinal),
    ];

    /// <summary>The days from one on at which something changes in a boundary year, the first included.</summary>
    internal IEnumerable<DateOnly> DaysFrom(DateOnly first, int boundaryYear) =>
        changes.Standing().Where(c => c.BoundaryYear == boundaryYear && c.From > first).Select(c => c.From)
            .Prepend(first).Distinct();
}
