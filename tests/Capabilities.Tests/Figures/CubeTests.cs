using CsCheck;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class CubeTests
{
    private static readonly IsoWeek Start = IsoWeek.Parse("2025-W40");
    private static readonly CategoryTree Tree = DefaultCategories.Tree;
    private static readonly CategoryCode[] Classes = [.. Tree.Classes.Select(c => c.Code)];

    private static readonly CategoryCode[] Categories =
        [.. Tree.Classes.Concat(Tree.Groups).Concat(Tree.Trees).Select(c => c.Code), DefaultCategories.Total];

    // Two districts of three neighbourhoods, the gemeente's own code, and a code the areas do not hold.
    private static readonly Gen<AreaCode> Places = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Town.Neighbourhood)), (1, Gen.Const(Town.Code)),
        (1, Gen.Const(Town.Neighbourhood(7, 7))));

    private static readonly Gen<Fact> Facts = Gen.Select(
        Gen.Int[0, 59], Places, OneOf(Classes), Gen.Int[0, 7], Gen.Int[0, 4], Gen.Int[0, 9],
        (week, area, category, weekday, daypart, count) =>
            new Fact(Start.Plus(week), 2021, area, category, weekday, (Daypart)daypart, count));

    private static readonly Gen<WeekRange> Windows = Gen.Select(
        Gen.Int[-5, 60], Gen.Int[1, 60], (first, length) => Window.Ending(Start.Plus(first + length), length));

    [Fact]
    public void Any_window_of_any_category_is_the_sum_of_its_facts() =>
        Gen.Select(Facts.Array[0, 300], Windows, OneOf(Categories)).Sample((facts, window, category) =>
        {
            var cube = Of(facts);
            var leaves = Tree.LeavesOf(category).ToHashSet();
            var within = facts.Where(f => window.Contains(f.Week) && leaves.Contains(f.Category)).ToList();

            Assert.Equal(within.Sum(f => f.Count), cube.Count(category, window));
            foreach (var level in new[] { AreaLevel.District, AreaLevel.Neighbourhood })
            {
                var areas = cube.Areas(2021)!.At(level);
                var expected = areas.Select(a => within.Where(f => Lies(f.Area, a.Code, level)).Sum(f => f.Count));
                Assert.Equal(expected, Counts(cube, category, level, window));
            }
        });

    [Fact]
    public void Levels_agree_up_to_the_place_unknown() =>
        Gen.Select(Facts.Array[0, 300], Windows, OneOf(Categories)).Sample((facts, window, category) =>
        {
            var cube = Of(facts);
            var placed = cube.Count(category, window) - cube.CountPlaceUnknown(category, 2021, window);

            Assert.Equal(placed, Counts(cube, category, AreaLevel.District, window).Sum());
            Assert.Equal(placed, Counts(cube, category, AreaLevel.Neighbourhood, window).Sum());
        });

    [Fact]
    public void Weeks_of_a_series_are_the_weeks_of_the_facts() =>
        Gen.Select(Facts.Array[0, 300], Windows, OneOf(Categories)).Sample((facts, window, category) =>
        {
            var cube = Of(facts);
            Assert.Equal(
                window.Weeks().Select(w => cube.Count(category, new WeekRange(w, w))),
                cube.CountWeeks(category, Town.Code, 2021, window));
        });

    [Fact]
    public void Both_trees_make_the_control_total() => Facts.Array[0, 300].Sample(facts =>
    {
        var (cube, window) = (Of(facts), Window.Ending(Start.Plus(59), 60));
        Assert.Equal(
            cube.Count(DefaultCategories.Total, window),
            cube.Count(DefaultCategories.Offences, window) + cube.Count(DefaultCategories.Nuisance, window));
    });

    [Fact]
    public void A_code_the_areas_do_not_hold_counts_as_place_unknown()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W40", Ask.Fact("2025-W40", "BU01539999", "1.1.1", 3));
        var (cube, window) = (town.Cube(), Ask.Weeks("2025-W40", "2025-W40"));

        Assert.Equal(3, cube.Count(Ask.Of("vermogen"), window));
        Assert.Equal(3, cube.CountPlaceUnknown(Ask.Of("vermogen"), 2021, window));
    }

    [Fact]
    public void A_replaced_week_counts_once_and_a_withdrawn_week_not_at_all()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W41",
            Ask.Fact("2025-W40", "BU01530000", "1.1.1", 5), Ask.Fact("2025-W41", "BU01530000", "1.1.1", 7));
        town.Deliver("2025-W41", "2025-W41", Ask.Fact("2025-W41", "BU01530000", "1.1.1", 8));
        var window = Ask.Weeks("2025-W40", "2025-W41");

        Assert.Equal(13, town.Cube().Count(Ask.Of("1.1.1"), window));
        town.Withdraw(Ask.Weeks("2025-W40", "2025-W40"));
        Assert.Equal(8, town.Cube().Count(Ask.Of("1.1.1"), window));
        Assert.Equal([IsoWeek.Parse("2025-W40")], town.Cube().Coverage.Of(window, null).Missing);
    }

    [Fact]
    public void An_older_version_stays_as_it_was_known()
    {
        var town = new Town().With(2021);
        var first = town.Deliver("2025-W40", "2025-W40", Ask.Fact("2025-W40", "BU01530000", "1.1.1", 5));
        town.Deliver("2025-W40", "2025-W40", Ask.Fact("2025-W40", "BU01530000", "1.1.1", 9));
        var window = Ask.Weeks("2025-W40", "2025-W40");

        Assert.Equal(5, town.Cube(first).Count(Ask.Of("1.1.1"), window));
        Assert.Equal(9, town.Cube().Count(Ask.Of("1.1.1"), window));
        Assert.Equal(0, town.Cube(0).Count(Ask.Of("1.1.1"), window));
    }

    [Fact]
    public void A_day_known_on_includes_what_arrived_that_day_in_the_netherlands()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W40");
        town.Deliver("2025-W41", "2025-W41");
        var history = town.Cube().Weeks.History;
        var day = NodaTime.LocalDate.FromDateTime(Town.MomentOf(1));

        Assert.Equal(0, KnownOn.EndOf(day.PlusDays(-1)).VersionIn(history));
        Assert.Equal(1, KnownOn.EndOf(day).VersionIn(history));
        Assert.Equal(2, KnownOn.EndOf(day.PlusDays(1)).VersionIn(history));
    }

    [Fact]
    public void A_missing_week_is_listed_and_a_quiet_week_is_not()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W41");
        town.Deliver("2025-W43", "2025-W43");
        var coverage = town.Cube().Coverage.Of(Ask.Weeks("2025-W39", "2025-W43"), 2021);

        Assert.Equal((5, 3), (coverage.Asked, coverage.Counted));
        Assert.Equal(["2025-W39", "2025-W42"], coverage.Missing.Select(w => w.ToString()));
    }

    [Fact]
    public void Below_the_municipality_only_weeks_of_one_boundary_year_count()
    {
        var town = new Town().With(2021).With(2025);
        town.Deliver(Ask.Weeks("2025-W40", "2025-W40"), [Ask.Fact("2025-W40", "BU01530000", "1.1.1", 5)], 2021);
        town.Deliver(Ask.Weeks("2025-W41", "2025-W41"), [Ask.Fact("2025-W41", "BU01530000", "1.1.1", 7, 2025)], 2025);
        var (cube, window) = (town.Cube(), Ask.Weeks("2025-W40", "2025-W41"));

        Assert.Equal(12, cube.Count(Ask.Of("1.1.1"), window));
        Assert.Equal(2025, cube.Coverage.YearOf(window));
        Assert.Equal(7, Counts(cube, Ask.Of("1.1.1"), AreaLevel.Neighbourhood, window, 2025)[0]);
        Assert.Equal(5, Counts(cube, Ask.Of("1.1.1"), AreaLevel.Neighbourhood, window, 2021)[0]);
        Assert.Equal([IsoWeek.Parse("2025-W40")], cube.Coverage.Of(window, 2025).OtherBoundaries);
    }

    private static Gen<CategoryCode> OneOf(CategoryCode[] codes) => Gen.Int[0, codes.Length - 1].Select(i => codes[i]);

    private static Cube Of(IEnumerable<Fact> facts)
    {
        var town = new Town().With(2021);
        town.Deliver(Window.Ending(Start.Plus(59), 60), [.. facts]);
        return town.Cube();
    }

    private static bool Lies(AreaCode fact, AreaCode area, AreaLevel level) =>
        fact.Level == AreaLevel.Neighbourhood && (level == AreaLevel.District ? fact.District : fact) == area;

    private static int[] Counts(Cube cube, CategoryCode category, AreaLevel level, WeekRange window, int year = 2021)
    {
        var counts = new int[cube.Areas(year)!.At(level).Count];
        cube.Count(category, level, year, window, counts);
        return counts;
    }
}
