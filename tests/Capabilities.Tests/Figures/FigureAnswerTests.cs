using System.Text.Json;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class FigureAnswerTests
{
    [Fact]
    public void Twelve_of_1835_inhabitants_is_6_54_per_1000_with_Byars_interval()
    {
        var row = Answer(1835, 12).Rows[0];

        Assert.Equal(6.54, row.Per1000!.Value, 0.005);
        // Byar at 12 is 6.194 to 20.963 incidents.
        Assert.Equal(3.376, row.Lower!.Value, 0.001);
        Assert.Equal(11.424, row.Upper!.Value, 0.001);
    }

    [Fact]
    public void Every_area_of_the_level_is_in_the_answer_also_with_zero()
    {
        var answer = Answer(1000, 12);

        Assert.Equal(6, answer.Rows.Count);
        Assert.Equal([12, 0, 0, 0, 0, 0], answer.Rows.Select(r => r.Count));
        Assert.Equal((0, 3.689), (answer.Rows[1].Per1000, Math.Round(answer.Rows[1].Upper!.Value, 3)));
    }

    [Fact]
    public void Below_200_inhabitants_no_rate_is_made()
    {
        Assert.Equal((12, (double?)null, "."), Row(199, "1.4.5"));
        Assert.Equal((12, 60, null), Row(200, "1.4.5"));
    }

    [Fact]
    public void Homes_are_households_where_homes_are_unknown()
    {
        var answer = Answer(1000, 12, "1.1.1");

        Assert.Equal("huishoudens", answer.Denominator);
        Assert.Equal("per 1.000 huishoudens in 4 weken", answer.Unit);
        Assert.Equal(24, answer.Rows[0].Per1000);
    }

    [Fact]
    public void Shoplifting_has_no_rate_and_that_is_no_gap() =>
        Assert.Equal((12, (double?)null, null), Row(1000, "2.5.2"));

    [Fact]
    public void A_window_of_which_nothing_was_delivered_is_unknown_and_not_zero()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W41");
        var answer = Ask.Answer(town.Cube(), Ask.For("vermogen", "2025-W45", "2025-W48"));

        Assert.All(answer.Rows, r => Assert.Equal((null, "."), (r.Count, r.Sign)));
        Assert.Equal((0, 4), (answer.Weeks.Counted, answer.Weeks.Asked));
        Assert.Contains("0 van 4 weken geleverd.", answer.Remarks);
    }

    [Theory]
    [InlineData("2025-W48", true, "*")]
    [InlineData("2025-W49", true, "*")]
    [InlineData("2025-W51", true, "*")]
    [InlineData("2025-W52", false, null)]
    public void Figures_are_provisional_until_four_more_weeks_count(string stand, bool provisional, string? sign)
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", stand, Ask.Fact("2025-W45", "BU01530000", "1.4.5", 12));
        var answer = Ask.Answer(town.Cube(), Ask.For("geweld", "2025-W45", "2025-W48"));

        Assert.Equal((provisional, sign), (answer.Provisional, answer.Rows[0].Sign));
        Assert.Equal(stand, answer.Stand.ToString());
    }

    [Fact]
    public void Place_unknown_counts_for_the_gemeente_only()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W52",
            Ask.Fact("2025-W45", "BU01530000", "1.4.5", 12), Ask.Fact("2025-W46", "GM0153", "1.4.5", 3));

        var neighbourhoods = Ask.Answer(town.Cube(), Ask.For("geweld", "2025-W45", "2025-W48"));
        var gemeente = Ask.Answer(town.Cube(), Ask.For("geweld", "2025-W45", "2025-W48", AreaLevel.Municipality));

        Assert.Equal((12, 3), (neighbourhoods.Rows.Sum(r => r.Count), neighbourhoods.PlaceUnknown));
        Assert.Equal((15, 3), (gemeente.Rows.Single().Count, gemeente.PlaceUnknown));
    }

    [Fact]
    public void Weeks_on_other_boundaries_are_a_gap_that_is_told()
    {
        var town = new Town().With(2021).With(2025);
        town.Deliver(Ask.Weeks("2025-W45", "2025-W46"), [Ask.Fact("2025-W45", "BU01530000", "1.4.5", 5)], 2021);
        town.Deliver(Ask.Weeks("2025-W47", "2025-W52"), [Ask.Fact("2025-W47", "BU01530000", "1.4.5", 7, 2025)], 2025);
        var answer = Ask.Answer(town.Cube(), Ask.For("geweld", "2025-W45", "2025-W48"));

        Assert.Equal((2025, 7, 2), (answer.BoundaryYear, answer.Rows[0].Count, answer.Weeks.Counted));
        Assert.Equal(["2025-W45", "2025-W46"], answer.Weeks.OtherBoundaries.Select(w => w.ToString()));
        Assert.Contains(answer.Remarks, r => r.Contains("andere indeling", StringComparison.Ordinal));

        var asked = Ask.For("geweld", "2025-W45", "2025-W48") with { BoundaryYear = 2021 };
        Assert.Equal(5, Ask.Answer(town.Cube(), asked).Rows[0].Count);
        var gemeente = Ask.Answer(town.Cube(), Ask.For("geweld", "2025-W45", "2025-W48", AreaLevel.Municipality));
        Assert.Equal((12, 4), (gemeente.Rows[0].Count, gemeente.Weeks.Counted));
    }

    [Fact]
    public void A_district_is_answered_with_its_own_neighbourhoods()
    {
        var question = Ask.For("geweld", "2025-W45", "2025-W48") with { Area = AreaCode.Parse("WK015301") };

        Assert.Equal(
            ["BU01530100", "BU01530101", "BU01530102"],
            Ask.Answer(Delivered(1000, 12).Cube(), question).Rows.Select(r => r.Area.Code));
    }

    [Fact]
    public void A_law_that_changed_within_the_window_is_told()
    {
        var town = new Town().With(2021);
        town.Deliver("2024-W20", "2024-W40");

        Assert.StartsWith("Wet seksuele", Assert.Single(Remarks("1.4.1", "2024-W25", "2024-W28")));
        Assert.Empty(Remarks("1.4.1", "2024-W28", "2024-W31"));
        Assert.Empty(Remarks("1.4.5", "2024-W25", "2024-W28"));

        IReadOnlyList<string> Remarks(string category, string first, string last) =>
            Ask.Answer(town.Cube(), Ask.For(category, first, last)).Remarks;
    }

    [Fact]
    public void Json_is_that_of_the_interface()
    {
        var json = JsonSerializer.SerializeToNode(Answer(1835, 12))!;

        Assert.Equal(
            "gemeente indelingsjaar categorie niveau van tot versie stand voorlopig ring zonderBuurt weken bron " +
            "noemer opmerkingen rijen", string.Join(' ', json.AsObject().Select(p => p.Key)));
        Assert.Equal(
            ["GM0153", "2021", "1.4.5", "buurt", "2025-W45", "2025-W48", "1", "2025-W52", "false", "exact", "0"],
            json.AsObject().Take(11).Select(p => p.Value!.ToString()));
        Assert.Equal(
            """{"geleverd":4,"gevraagd":4,"ontbreekt":[],"andereIndeling":[]}""", json["weken"]!.ToJsonString());
        Assert.Equal(
            """{"gebied":"BU01530000","naam":"Buurt BU01530000","aantal":12,"inwoners":1835""" +
            ""","per1000":6.54,"onder":3.38,"boven":11.42,"teken":null}""", json["rijen"]![0]!.ToJsonString());
    }

    private static (int?, double?, string?) Row(int inhabitants, string category)
    {
        var row = Answer(inhabitants, 12, category).Rows[0];
        return (row.Count, row.Per1000, row.Sign);
    }

    private static FigureAnswer Answer(int inhabitants, int count, string category = "1.4.5") =>
        Ask.Answer(Delivered(inhabitants, count, category).Cube(), Ask.For(category, "2025-W45", "2025-W48"));

    private static Town Delivered(int inhabitants, int count, string category = "1.4.5")
    {
        var town = new Town().With(2021, inhabitants: inhabitants);
        town.Deliver("2025-W45", "2025-W52", Ask.Fact("2025-W45", "BU01530000", category, count));
        return town;
    }
}
