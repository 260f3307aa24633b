using CsCheck;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>What holds of a conversion whatever was delivered and however neighbourhoods were divided.</summary>
public sealed class ConversionPropertyTests
{
    private const int Weeks = 40;
    private static readonly IsoWeek Start = IsoWeek.Parse("2024-W10");
    private static readonly CategoryTree Tree = DefaultCategories.Tree;
    private static readonly CategoryCode[] Classes = [.. Tree.Classes.Select(c => c.Code)];
    private static readonly WeekRange All = Window.Ending(Start.Plus(Weeks - 1), Weeks);

    private static readonly CategoryCode[] Categories =
        [.. Tree.Classes.Concat(Tree.Groups).Concat(Tree.Trees).Select(c => c.Code), DefaultCategories.Total];

    // Six neighbourhoods, the gemeente's own code, and a code the areas do not hold.
    private static readonly Gen<AreaCode> Places = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Town.Neighbourhood)), (1, Gen.Const(Town.Code)),
        (1, Gen.Const(Town.Neighbourhood(7, 7))));

    private static readonly Gen<Fact> Facts = Gen.Select(
        Gen.Int[0, Weeks - 1], Places, Gen.Int[0, Classes.Length - 1], Gen.Int[0, 7], Gen.Int[0, 4], Gen.Int[0, 9],
        (week, area, category, weekday, daypart, count) =>
            new Fact(Start.Plus(week), 2021, area, Classes[category], weekday, (Daypart)daypart, count));

    private static readonly Gen<WeekRange> Windows = Gen.Select(
        Gen.Int[0, Weeks - 1], Gen.Int[1, Weeks], (last, length) => Window.Ending(Start.Plus(last), length));

    private static readonly Gen<int[][]> Shares = Gen.Int[0, 1000].Array[8].Array[6];

    [Fact]
    public void Converting_conserves_the_gemeente_in_any_window_and_category() =>
        Gen.Select(Facts.Array[0, 300], Shares, Windows, Gen.Int[0, Categories.Length - 1]).Sample(
            (facts, shares, window, category) =>
            {
                var (cube, code) = (Converted(facts, shares), Categories[category]);
                var unknown = cube.CountPlaceUnknown(code, 2025, window);

                Assert.Equal(Of(facts).Count(code, window), cube.Count(code, window));
                Assert.Equal(cube.CountPlaceUnknown(code, 2021, window), unknown);
                foreach (var level in new[] { AreaLevel.Neighbourhood, AreaLevel.District })
                    Assert.Equal(cube.Count(code, window), unknown + Counts(cube, code, level, window).Sum());
            });

    [Fact]
    public void Converted_weeks_add_up_to_the_window_and_classes_to_their_group() =>
        Gen.Select(Facts.Array[0, 200], Shares, Windows).Sample((facts, shares, window) =>
        {
            var cube = Converted(facts, shares);
            foreach (var group in Tree.Groups)
            {
                var whole = Counts(cube, group.Code, AreaLevel.Neighbourhood, window);
                var classes = Tree.LeavesOf(group.Code)
                    .Select(c => Counts(cube, c, AreaLevel.Neighbourhood, window)).ToList();
                var weeks = window.Weeks()
                    .Select(w => Counts(cube, group.Code, AreaLevel.Neighbourhood, new WeekRange(w, w))).ToList();
                for (var area = 0; area < whole.Length; area++)
                {
                    Assert.Equal(whole[area], classes.Sum(c => c[area]));
                    Assert.Equal(whole[area], weeks.Sum(w => w[area]));
                }
            }
        });

    [Fact]
    public void A_groups_count_is_less_than_two_from_what_each_weight_says() =>
        Gen.Select(Facts.Array[0, 300], Shares, Windows).Sample((facts, shares, window) =>
        {
            var cube = Converted(facts, shares);
            var rows = Rows(shares).ToList();
            foreach (var group in Tree.Groups)
            {
                var before = new int[cube.Areas(2021)!.Neighbourhoods.Count];
                cube.Count(group.Code, AreaLevel.Neighbourhood, 2021, window, before);
                var counts = Counts(cube, group.Code, AreaLevel.Neighbourhood, window);
                foreach (var (area, at) in cube.Areas(2025)!.Neighbourhoods.Select((a, at) => (a.Code, at)))
                {
                    var into = rows.Where(r => r.To == area).ToList();
                    var exact = into.Sum(r => r.Weight * before[PlaceOf(r.From)]);
                    Assert.InRange(Math.Abs(counts[at] - exact), 0, 2.0 * into.Count + 0.01);
                }
            }
        });

    [Fact]
    public void The_order_in_which_a_database_gives_rows_makes_no_difference() =>
        Gen.Select(Facts.Array[0, 200], Shares).Sample((facts, shares) =>
        {
            // One row for each cell, as the ledger has it.
            var unique = facts.DistinctBy(f => (f.Week, f.Area, f.Category, f.Weekday, f.Daypart)).ToList();
            var (one, other) = (Converted(unique, shares), Converted(Enumerable.Reverse(unique), shares));
            foreach (var category in Categories)
                Assert.Equal(
                    Counts(one, category, AreaLevel.Neighbourhood, All),
                    Counts(other, category, AreaLevel.Neighbourhood, All));
        });

    [Fact]
    public void Every_part_stays_within_one_incident_of_its_weight_after_every_incident() =>
        Gen.Int[1, 1000].Array[1, 12].Sample(weights =>
        {
            var (deal, dealt, whole) = (new DealIncidents(weights), new int[weights.Length], weights.Sum());
            for (var turn = 1; turn <= 500; turn++)
            {
                dealt[deal.Next()]++;
                for (var part = 0; part < weights.Length; part++)
                    Assert.True(Math.Abs((double)weights[part] * turn / whole - dealt[part]) < 1);
            }
        });

    private static Cube Of(IEnumerable<Fact> facts)
    {
        var town = new Town().With(2021).With(TwoYears.Later(2025, 1000));
        town.Deliver(All, [.. facts], 2021);
        return town.Cube();
    }

    private static Cube Converted(IEnumerable<Fact> facts, int[][] shares)
    {
        var town = new Town().With(2021).With(TwoYears.Later(2025, 1000)).With(2021, 2025, Rows(shares));
        town.Deliver(All, [.. facts], 2021);
        return town.Cube();
    }

    /// <summary>Any division of each of the six over those of the later year; a share of 0 is no row.</summary>
    private static IEnumerable<(AreaCode From, AreaCode To, double Weight)> Rows(int[][] shares)
    {
        var targets = TwoYears.Later(2025, 1000).Neighbourhoods;
        for (var from = 0; from < 6; from++)
        {
            var parts = shares[from].Take(targets.Count).Select((share, at) => share < 500 && at > 0 ? 0 : share + 1);
            var list = parts.ToList();
            for (var to = 0; to < list.Count; to++)
                if (list[to] > 0)
                    yield return (
                        Town.Neighbourhood(from / 3, from % 3), targets[to].Code, (double)list[to] / list.Sum());
        }
    }

    private static int PlaceOf(AreaCode area) =>
        Enumerable.Range(0, 6).Single(i => Town.Neighbourhood(i / 3, i % 3) == area);

    private static int[] Counts(Cube cube, CategoryCode category, AreaLevel level, WeekRange window)
    {
        var counts = new int[cube.Areas(2025)!.At(level).Count];
        cube.Count(category, level, 2025, window, counts);
        return counts;
    }
}
