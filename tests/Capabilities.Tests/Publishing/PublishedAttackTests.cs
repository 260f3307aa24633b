using Twente.Igw.Areas;
using Twente.Igw.Capabilities.Tests.Attack;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Publishing;

/// <summary>
/// The attack on what is published: every version of every gemeente together, by bounds, linear programming and best
/// guess, with and without the gemeente's true totals at hand. A few gemeenten and a year in an ordinary run; fourteen
/// gemeenten and two years when <c>IGW_FAULTS</c> is <c>full</c>.
/// </summary>
public sealed class PublishedAttackTests
{
    private static readonly int Municipalities = Fault.IsFull ? 14 : 2;
    private static readonly int LastMonth = Fault.IsFull ? 24 : 14;
    private static readonly int CorrectedIn = 13;

    [Fact]
    public void No_count_is_better_known_than_its_own_value_allows_to_who_knows_every_publication_and_every_total()
    {
        var tally = new Tally();
        for (var number = 1; number <= Municipalities; number++)
            Attack($"GM{number:0000}", 2 + number, tally);
        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());

        Assert.True(tally.Attacked > 100, $"Only {tally.Attacked} counts were attacked.");
        Assert.Equal(0, tally.Open);
        Assert.Equal(0, tally.Narrower);
        Assert.Equal(0, tally.Recovered);
        Assert.Equal(0, tally.Unrepaired);
        // What is withheld to reach that must leave something to read.
        Assert.InRange((double)tally.Withheld / tally.Published, 0, 0.35);
    }

    [Fact]
    public void Without_withholding_the_same_attack_finds_counts_that_are_known_too_well()
    {
        // Were this not so, the test above would hold whatever is done.
        var (truth, grid) = (InventedCounts.Of("GM0005", 12, 7), InventedCounts.Grid("GM0005"));
        var known = new Dictionary<CellName, int?>();
        var made = ProtectCounts.Execute(grid, truth, known, _ => default);
        // Everything "published earlier" is what the audit may not withhold any more.
        foreach (var cell in made.Cells)
            known[cell.Name] = (int)ProtectCounts.Table.Perturb(
                UnitsOf(truth, grid, cell.Name).Count, UnitsOf(truth, grid, cell.Name).Key);

        Assert.True(made.Withheld > 0);
        Assert.True(ProtectCounts.Execute(grid, truth, known, _ => default).Unrepaired > 0);
    }

    [Fact]
    public void A_class_that_the_gemeente_shields_herself_is_in_no_sum_and_stands_by_year_alone()
    {
        var (truth, grid) = (InventedCounts.Of("GM0003", 12, 5), InventedCounts.Grid("GM0003"));
        OwnClass Own(string code) => new(null, code == "1.1.1");
        var year = new ReportingPeriod(PeriodUnit.Year, 2024, 1);
        var group = grid.Groups.First(g => g.Code == "vermogen");

        var cells = ProtectCounts.Execute(grid, truth, new Dictionary<CellName, int?>(), Own).Cells;

        Assert.Equal(
            grid.SummedIn(group, truth, _ => default).Where(c => c != "1.1.1"), grid.SummedIn(group, truth, Own));
        Assert.Equal(year, Assert.Single(cells, c => c.Name.Category == "1.1.1").Name.Period);
    }

    private static void Attack(string code, int districts, Tally tally)
    {
        var grid = InventedCounts.Grid(code);
        var (published, earlier) = (new Dictionary<CellName, HashSet<int>>(), new Dictionary<CellName, int?>());
        TrueCounts truth = null!;
        // A version each month; a correction of an old month among them.
        for (var month = 1; month <= LastMonth; month++)
        {
            truth = InventedCounts.Of(code, month, districts, CorrectedIn);
            var made = ProtectCounts.Execute(grid, truth, earlier, _ => default);
            tally.Unrepaired += made.Unrepaired;
            foreach (var cell in made.Cells.Where(c => c.Value is not null))
                earlier[cell.Name] = cell.Value;
            foreach (var cell in made.Cells)
            {
                // A count that was corrected since is another count; what was published of the old one says nothing.
                if (month < CorrectedIn && LastMonth >= CorrectedIn && IsCorrected(cell.Name, truth))
                    continue;
                var values = published.TryGetValue(cell.Name, out var known) ? known : published[cell.Name] = [];
                if (cell.Value is { } value)
                    values.Add(value);
            }
        }
        foreach (var group in grid.Groups)
            foreach (var year in PublicationGrid.Years(truth))
                foreach (var totalsKnown in (bool[])[false, true])
                    Attack(new Attacked(grid, truth, published, group, year), totalsKnown, tally);
        tally.Published += published.Count;
        tally.Withheld += published.Count(p => p.Value.Count == 0);
    }

    private static void Attack(Attacked on, bool totalsKnown, Tally tally)
    {
        var attack = new PublishedAttack(
            on.Truth, on.Grid.SummedIn(on.Group, on.Truth, _ => default), on.Year, totalsKnown);
        foreach (var (name, values) in on.Published.Where(p => p.Key.Period.Year == on.Year && on.Holds(p.Key)))
        {
            var place = name.Area.Level == AreaLevel.District
                ? on.Truth.Districts.ToList().IndexOf(name.Area.Code) : default(int?);
            var ofClass = name.Category == on.Group.Code ? null : name.Category;
            if (values.Count == 0)
                attack.Add(place, ofClass, name.Period, null);
            foreach (var value in values)
                attack.Add(place, ofClass, name.Period, value);
        }
        foreach (var (target, left) in attack.Attack(totalsKnown))
            tally.Count(target, left, totalsKnown);
    }

    /// <summary>
    /// In the invented counts the correction adds to every class of the first district in February 2024.
    /// </summary>
    private static bool IsCorrected(CellName name, TrueCounts truth) =>
        name.Period.Months().Contains(ReportingPeriod.Month(2024, 2))
        && (name.Area.Level == AreaLevel.Municipality || name.Area.Code == truth.Districts[0]);

    private static UnitSum UnitsOf(TrueCounts truth, PublicationGrid grid, CellName name)
    {
        var category = grid.Model.Find(name.Category)!;
        var place = name.Area.Level == AreaLevel.District
            ? truth.Districts.ToList().IndexOf(name.Area.Code) : default(int?);
        return truth.Sum(
            place, category.IsGroup ? grid.SummedIn(category, truth, _ => default) : [category.Code], name.Period);
    }

    private sealed record Attacked(
        PublicationGrid Grid, TrueCounts Truth, IReadOnlyDictionary<CellName, HashSet<int>> Published,
        RegionalCategory Group, int Year)
    {
        /// <summary>Whether a count is of this group; a sensitive class is in no sum and stands alone.</summary>
        public bool Holds(CellName name) => name.Category == Group.Code
            || Grid.ClassesOf(Group).Any(c => c.Code == name.Category && !c.Sensitive);
    }

    private sealed class Tally
    {
        private readonly int[] _left = new int[8];

        public int Attacked { get; private set; }

        public int Open { get; private set; }

        public int Recovered { get; private set; }

        public int Narrower { get; private set; }

        public int Unrepaired { get; set; }

        public int Published { get; set; }

        public int Withheld { get; set; }

        public void Count(PublishedAttack.Target target, Feasible left, bool totalsKnown)
        {
            Assert.True(left.Contains(target.Truth), $"{target.Truth} is not in {left}.");
            Attacked++;
            var values = left.Width == long.MaxValue ? 7 : Math.Min(7, left.Width + 1);
            _left[values]++;
            var required = totalsKnown
                ? Math.Min(ProtectCounts.FewestValues, target.Whole + 1) : ProtectCounts.FewestValues;
            Open += target.Truth is >= 1 and <= 4 && values < required ? 1 : 0;
            Recovered += values == 1 ? 1 : 0;
            if (target.Published is { } value)
            {
                var (low, high) = ProtectCounts.Table.Possible(value);
                if (totalsKnown)
                    high = Math.Min(high, target.Whole);
                Narrower += values < Math.Min(7, high - low + 1) ? 1 : 0;
            }
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Published} counts published or withheld, {Withheld} withheld. {Attacked} attacks: {Recovered} recovered,
            {Open} small counts with too few values, {Narrower} narrower than their own published value.
            Values left: {string.Join(' ', _left.Select((n, at) => $"{at}:{n}"))}
            """);
    }
}
