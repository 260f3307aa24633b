using Twente.Igw.Analysis;
using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>
/// Makes of true counts what is published: each with noise by the cell-key method, and withheld where everything that
/// is published together would tell too much. The one place where a count passes from ring Exact to ring Publicatie.
/// </summary>
internal sealed class ProtectCounts
{
    /// <summary>A true count from 1 to 4 is never known better than to one of so many values.</summary>
    public const int FewestValues = 3;

    private const int Small = 4;

    public static PerturbationTable Table { get; } = PerturbationTable.Make(
        PublishedNoise.Largest, PublishedNoise.Variance, PublishedNoise.NeverUpTo);

    /// <param name="grid">What is published.</param>
    /// <param name="counts">The true counts.</param>
    /// <param name="earlier">What was published before, the newest of each.</param>
    /// <param name="own">A class as the gemeente herself has it.</param>
    public static Protected Execute(
        PublicationGrid grid, TrueCounts counts, IReadOnlyDictionary<CellName, int?> earlier,
        Func<string, OwnClass> own)
    {
        var cells = new List<ProtectedCell>();
        var unrepaired = 0;
        foreach (var group in grid.Groups)
        {
            var summed = grid.SummedIn(group, counts, own);
            foreach (var year in PublicationGrid.Years(counts))
            {
                var network = new BuildGroupYear(grid, counts, (name, units) => Publish(name, units, earlier), Possible)
                    .Execute(group, summed, year);
                unrepaired += Audit(network);
                cells.AddRange(network.Cells.Where(c => c.Name is not null)
                    .Select(c => new ProtectedCell(c.Name!.Value, c.Published)));
                cells.AddRange(SensitiveOf(grid, group, counts, year, own));
            }
        }
        return new Protected(cells, unrepaired);
    }

    /// <summary>The true counts behind a published one.</summary>
    public static (int Low, int High) Possible(int published)
    {
        var (low, high) = Table.Possible(published);
        return ((int)low, (int)high);
    }

    private static (int Value, bool Fixed) Publish(
        CellName name, UnitSum units, IReadOnlyDictionary<CellName, int?> earlier)
    {
        var value = (int)Table.Perturb(units.Count, units.Key);
        return (value, earlier.TryGetValue(name, out var before) && before == value);
    }

    /// <summary>A sensitive class is in no sum; of it only the year of the gemeente is published.</summary>
    private static IEnumerable<ProtectedCell> SensitiveOf(
        PublicationGrid grid, RegionalCategory group, TrueCounts counts, int year, Func<string, OwnClass> own)
    {
        var whole = new ReportingPeriod(PeriodUnit.Year, year, 1);
        if (!counts.Covers(whole) || !grid.Has(PeriodUnit.Year))
            yield break;
        foreach (var category in grid.ClassesOf(group).Where(c => c.Sensitive || own(c.Code).IsSensitive))
        {
            var units = counts.Sum(null, [category.Code], whole);
            yield return new ProtectedCell(
                new CellName(grid.Municipality, category.Code, whole), (int)Table.Perturb(units.Count, units.Key));
        }
    }

    /// <summary>
    /// Withholds counts until none is better known than its own published value allows, and no small one better than to
    /// three values: for who knows nothing else, and for who knows every total of the gemeente.
    /// </summary>
    /// <returns>Counts for which nothing could be withheld any more: all was published earlier.</returns>
    private static int Audit(GroupYear network)
    {
        var unrepaired = 0;
        foreach (var totalsKnown in (bool[])[false, true])
        {
            network.Know(totalsKnown);
            foreach (var cell in network.Cells.Where(c => c.OfDistrict || !totalsKnown))
                while (Required(cell, totalsKnown) is var required && network.Values(cell, required) < required)
                    if (ChooseWithheld(network, cell, totalsKnown, required) is { } withheld)
                        network.Withhold(withheld);
                    else
                    {
                        unrepaired++;
                        break;
                    }
        }
        return unrepaired;
    }

    /// <summary>How many values must be left of a count.</summary>
    private static int Required(NetworkCell cell, bool totalsKnown)
    {
        // A part is never more than the whole, and nobody needs a publication to know that.
        var most = totalsKnown ? cell.Whole : int.MaxValue;
        var fewest = cell.Truth is >= 1 and <= Small ? (int)Math.Min(FewestValues, most + 1L) : 1;
        if (cell.Published is not { } value)
            return fewest;
        var (low, high) = Possible(value);
        return Math.Max(fewest, Math.Min(high, most) - low + 1);
    }

    /// <summary>
    /// The count that is missed least among those whose withholding helps enough; when none does alone, the one that
    /// helps most. Of what is known anyway withholding helps nobody.
    /// </summary>
    private static NetworkCell? ChooseWithheld(GroupYear network, NetworkCell open, bool totalsKnown, int required) =>
        network.Cells
            .Where(c => c.Published is not null && !c.Fixed && (c.OfDistrict || !totalsKnown))
            .OrderByDescending(c => c.Edge == open.Edge && open.Truth > Small
                ? required : network.ValuesWithout(open, c, required))
            .ThenBy(Missed).ThenBy(c => c.Truth)
            .FirstOrDefault();

    /// <summary>How much a count is missed: the gemeente's own figures most, of those the longest period.</summary>
    private static int Missed(NetworkCell cell) => (cell.OfDistrict, cell.Name!.Value.Period.Unit) switch
    {
        (true, PeriodUnit.Quarter) => 0,
        (true, _) => 2,
        _ when !cell.IsOfGroup => 1,
        (_, PeriodUnit.Month) => 3,
        (_, PeriodUnit.Quarter) => 4,
        _ => 5,
    };
}

/// <summary>What is published.</summary>
/// <param name="Cells">Every count of the grid.</param>
/// <param name="Unrepaired">Small counts that are known too well and could not be protected further.</param>
internal sealed record Protected(IReadOnlyList<ProtectedCell> Cells, int Unrepaired)
{
    public int Withheld => Cells.Count(c => c.Value is null);
}
