using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures.Extracts;

public sealed class ExtractCountsTests
{
    private static readonly IsoWeek Week = IsoWeek.Parse("2025-W45");
    private static readonly AreaCode Area = Town.Neighbourhood(0, 0);

    [Fact]
    public void Rows_add_up_to_what_pages_show_and_weekday_and_daypart_are_gone()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W46", Of("1.1.1", Area, 2, 1), Of("1.1.1", Area, 3, 5), Of("1.4.5", Area, 4, 1));
        var cube = town.Cube();

        var rows = ExtractCounts.RowsOf(cube, sensitive: false).ToList();

        Assert.Equal([("1.1.1", 5), ("1.4.5", 4)], rows.Select(r => (r.Class.Code.Code, r.Count)));
        Assert.All(rows, r => Assert.Equal((Week, 2021, Area.Code, $"Buurt {Area}"), (
            r.Week, r.BoundaryYear, r.Area, r.Name)));
        Assert.Equal(
            cube.Count(CategoryCode.Parse("vermogen"), new WeekRange(Week, Week)),
            rows.Where(r => r.Class.Parent == CategoryCode.Parse("vermogen")).Sum(r => r.Count));
    }

    [Fact]
    public void Sensitive_classes_are_left_out_and_no_sum_gives_them_back()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W45", Of("1.4.1", Area, 2, 1), Of("1.4.5", Area, 4, 1));

        Assert.Equal(["1.4.5"], Classes(town, sensitive: false));
        Assert.Equal(["1.4.1", "1.4.5"], Classes(town, sensitive: true));
    }

    [Fact]
    public void A_class_that_nobody_judged_is_held_to_be_sensitive()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W45", Of("9.9.9", Area, 2, 1), Of("1.4.5", Area, 4, 1));

        Assert.Equal(["1.4.5"], Classes(town, sensitive: false));
    }

    [Fact]
    public void What_has_no_place_is_in_it_under_the_code_of_the_gemeente()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W45", Of("1.4.5", Town.Code, 4, 1));

        var row = Assert.Single(ExtractCounts.RowsOf(town.Cube(), sensitive: false));

        Assert.Equal(("GM0153", "zonder buurt", 4), (row.Area, row.Name, row.Count));
    }

    private static Fact Of(string category, AreaCode area, int count, int weekday) =>
        new(Week, 2021, area, CategoryCode.Parse(category), weekday, Daypart.Night, count);

    private static IEnumerable<string> Classes(Town town, bool sensitive) =>
        ExtractCounts.RowsOf(town.Cube(), sensitive).Select(r => r.Class.Code.Code);
}
