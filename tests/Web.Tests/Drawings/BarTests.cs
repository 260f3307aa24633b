using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class BarTests
{
    [Fact]
    public void A_row_and_its_shape_on_the_map_share_a_number()
    {
        var areas = Samples.Areas(3);
        var list = Samples.Parse(Bar.Draw(Samples.Text, Samples.Bars(areas)));
        var map = Samples.Parse(Choropleth.Draw(Samples.Text, Samples.Map(areas)));

        foreach (var area in areas)
            Assert.Equal(
                list.QuerySelector($"tr.n{area.Number} a")!.GetAttribute("href"),
                map.QuerySelector($"a.n{area.Number}")!.GetAttribute("href"));
    }

    [Fact]
    public void A_value_that_is_not_shown_has_no_bar()
    {
        var areas = Samples.Areas(2).ToList();
        areas[1] = areas[1] with { Amount = null, Class = null, Mark = AreaMark.Shielded, Value = "x" };

        var list = Samples.Parse(Bar.Draw(Samples.Text, Samples.Bars(areas)));

        Assert.Empty(list.QuerySelectorAll(".n2 .bar"));
        Assert.Equal("x", list.QuerySelector(".n2 .amount")!.TextContent);
    }

    [Fact]
    public void Areas_found_by_control_are_not_ranked()
    {
        var answer = AnswerOf(("B", 1), ("A", 9), ("C", 5));
        var shading = new Shading { Measure = Measure.Count, Scale = Samples.Scale };

        Assert.Equal(["A", "C", "B"], ShadeAreas.Of(answer, shading).Select(a => a.Name));
        Assert.Equal(["A", "B", "C"], ShadeAreas.Of(answer, shading with { Ranked = false }).Select(a => a.Name));
    }

    [Fact]
    public void A_sign_of_an_answer_becomes_its_mark()
    {
        var answer = AnswerOf(("A", 9), ("B", null), ("C", 5));
        var rows = answer.Rows.ToList();
        rows[2] = rows[2] with { Sign = "x" };

        var areas = ShadeAreas.Of(
            answer with { Rows = rows }, new Shading { Measure = Measure.Count, Scale = Samples.Scale });

        Assert.Equal(
            [("A", AreaMark.None, "9"), ("B", AreaMark.TooLittle, "."), ("C", AreaMark.Shielded, "x")],
            areas.Select(a => (a.Name, a.Mark, a.Value)));
        Assert.All(areas.Skip(1), a => Assert.Null(a.Amount));
    }

    [Fact]
    public void A_ratio_without_a_verdict_is_neither_highest_nor_lowest()
    {
        var answer = AnswerOf(("A", 9), ("B", 3));
        var rows = answer.Rows.Select((r, i) => r with { Compared = Compared(i == 0 ? "hoger" : "te weinig", 1 + i) });

        var areas = ShadeAreas.Of(
            answer with { Rows = [.. rows] }, new Shading { Measure = Measure.Deviation, Scale = Deviation.Scale });

        Assert.Equal([("A", 1.0), ("B", (double?)null)], areas.Select(a => (a.Name, a.Amount)));
        Assert.Equal(AreaMark.TooLittle, areas[1].Mark);
    }

    private static RowComparison Compared(string verdict, double ratio) => new()
    {
        Expected = 5, Difference = 0, Ratio = ratio, Lower = null, Upper = null, Verdict = verdict, Explanation = "",
    };

    private static FigureAnswer AnswerOf(params (string Name, int? Count)[] rows) => new()
    {
        Municipality = AreaCode.Parse("GM0153"), BoundaryYear = 2021, Category = CategoryCode.Parse("vermogen"),
        Level = AreaLevel.Neighbourhood, First = Samples.FirstWeek, Last = Samples.FirstWeek.Plus(3), Version = 1,
        Stand = Samples.FirstWeek.Plus(9), Provisional = false, Ring = Ring.Exact, PlaceUnknown = 0,
        Weeks = new AnsweredWeeks(4, 4, [], []), Source = "politie", Denominator = "inwoners", Remarks = [],
        Rows =
        [
            .. rows.Select((r, i) => new FigureRow
            {
                Area = Samples.CodeOf(i), Name = r.Name, Count = r.Count, Inhabitants = 500, Per1000 = null,
                Lower = null, Upper = null, Sign = r.Count is null ? "." : null,
            }),
        ],
    };
}
