using System.Text.Json;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class BoundaryYearTests
{
    private const string First = "2024-W51";
    private const string Last = "2025-W02";

    [Fact]
    public void With_a_reviewed_crosswalk_earlier_weeks_count_on_the_boundaries_of_the_question()
    {
        var answer = Answer(Delivered(TwoYears.Reviewed()));

        Assert.Equal((2025, 4), (answer.BoundaryYear, answer.Weeks.Counted));
        Assert.Empty(answer.Weeks.OtherBoundaries);
        Assert.Equal(3 + 4 + 1, CountOf(answer, TwoYears.Merged));
        Assert.Equal(5, CountOf(answer, TwoYears.NewNumber));
        Assert.Equal((6, 4), (CountOf(answer, TwoYears.Split), CountOf(answer, TwoYears.SplitOff)));
        Assert.Equal(2, answer.PlaceUnknown);
    }

    [Fact]
    public void Converted_weeks_are_told_with_their_year_and_where_they_were_rounded()
    {
        var answer = Answer(Delivered(TwoYears.Reviewed()));

        Assert.Contains(answer.Remarks, r => r.StartsWith(
            "2 van 4 weken zijn omgerekend van indeling 2021.", StringComparison.Ordinal));
        Assert.Contains(
            answer.Remarks, r => r.EndsWith("Buurt BU01530100, Buurt BU01530103.", StringComparison.Ordinal));
        Assert.Equal(
            [TwoYears.Split, TwoYears.SplitOff], answer.Rows.Where(r => r.Rounded).Select(r => r.Area));
        var json = JsonSerializer.SerializeToNode(answer)!;
        Assert.Equal(
            """[{"indelingsjaar":2021,"weken":["2024-W51","2024-W52"]}]""",
            json["weken"]!["omgerekend"]!.ToJsonString());
        Assert.True((bool)json["rijen"]![2]!["afgerond"]!);
        Assert.Null(json["rijen"]![0]!["afgerond"]);
    }

    [Fact]
    public void A_split_within_a_district_leaves_the_district_as_it_was()
    {
        var answer = Answer(Delivered(TwoYears.Reviewed()), AreaLevel.District);

        Assert.Equal([13, 10], answer.Rows.Select(r => r.Count));
        Assert.DoesNotContain(answer.Rows, r => r.Rounded);
        Assert.DoesNotContain(answer.Remarks, r => r.StartsWith("Afgerond", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_crosswalk_only_the_gemeente_answers_across_years_and_the_rest_is_a_listed_gap()
    {
        var cube = Delivered(TwoYears.Unlinked());
        var (neighbourhoods, gemeente) = (Answer(cube), Answer(cube, AreaLevel.Municipality));

        Assert.Equal(["2024-W51", "2024-W52"], neighbourhoods.Weeks.OtherBoundaries.Select(w => w.ToString()));
        Assert.Contains(neighbourhoods.Remarks, r => r.StartsWith(
            "2 van 4 weken zijn op een andere indeling dan die van 2025 geleverd", StringComparison.Ordinal));
        Assert.Equal(1, neighbourhoods.Rows.Sum(r => r.Count));
        Assert.Equal((4, 25), (gemeente.Weeks.Counted, gemeente.Rows[0].Count));
        Assert.DoesNotContain(gemeente.Remarks, r => r.Contains("indeling", StringComparison.Ordinal));
    }

    [Fact]
    public void A_crosswalk_counts_in_its_own_direction_only()
    {
        var answer = Ask.Answer(
            Delivered(TwoYears.Reviewed()), Ask.For("geweld", First, Last) with { BoundaryYear = 2021 });

        Assert.Equal(["2025-W01", "2025-W02"], answer.Weeks.OtherBoundaries.Select(w => w.ToString()));
        Assert.Equal(22, answer.Rows.Sum(r => r.Count));
    }

    [Fact]
    public void The_gemeente_counts_a_converted_week_once_also_without_neighbourhood()
    {
        var (with, without) = (Delivered(TwoYears.Reviewed()), Delivered(TwoYears.Unlinked()));
        var (converted, plain) = (Answer(with, AreaLevel.Municipality), Answer(without, AreaLevel.Municipality));

        Assert.Equal(plain.Rows[0].Count, converted.Rows[0].Count);
        Assert.Equal((2, 2), (plain.PlaceUnknown, converted.PlaceUnknown));
    }

    [Fact]
    public void A_rate_is_per_inhabitant_of_the_boundaries_of_the_answer()
    {
        var cube = Delivered(TwoYears.Reviewed());
        var (later, earlier) = (
            Answer(cube), Ask.Answer(cube, Ask.For("geweld", First, "2024-W52")));

        Assert.Equal((2025, 2000, 4.0), Row(later, TwoYears.Merged));
        Assert.Equal((2021, 1000, 3.0), Row(earlier, TwoYears.Merged));

        static (int, int?, double?) Row(FigureAnswer answer, AreaCode area)
        {
            var row = answer.Rows.Single(r => r.Area == area);
            return (answer.BoundaryYear, row.Inhabitants, row.Per1000);
        }
    }

    [Fact]
    public void Weeks_delivered_on_a_year_that_is_not_loaded_are_a_listed_gap_and_no_silent_drop()
    {
        var town = new Town().With(2021);
        town.Deliver(Ask.Weeks("2025-W01", "2025-W02"), [Fact("2025-W01", TwoYears.Merged, 7, 2025)], 2025);
        var (neighbourhoods, gemeente) = (Answer(town.Cube()), Answer(town.Cube(), AreaLevel.Municipality));

        Assert.Equal((2021, 0), (neighbourhoods.BoundaryYear, neighbourhoods.Weeks.Counted));
        Assert.Equal(2, neighbourhoods.Weeks.OtherBoundaries.Count);
        Assert.All(neighbourhoods.Rows, row => Assert.Equal((null, "."), (row.Count, row.Sign)));
        Assert.Contains(neighbourhoods.Remarks, r => r.Contains("andere indeling", StringComparison.Ordinal));
        Assert.Equal((7, 7), (gemeente.Rows[0].Count, gemeente.PlaceUnknown));
    }

    [Fact]
    public void A_week_of_two_feeds_is_converted_whole_or_not_at_all()
    {
        var other = new Feed("politie-week", "marechaussee");
        var (half, whole) = (Mixed(TwoYears.Unlinked()), Mixed(TwoYears.Reviewed()));

        Assert.Equal(["2025-W01"], half.Weeks.OtherBoundaries.Select(w => w.ToString()));
        Assert.Empty(whole.Weeks.OtherBoundaries);
        Assert.Equal(3 + 5, CountOf(whole, TwoYears.Merged));

        FigureAnswer Mixed(Town town)
        {
            town.Deliver(Ask.Weeks("2025-W01", "2025-W01"), [Fact("2025-W01", TwoYears.Gone, 3, 2021)], 2021);
            town.Beside(other, Ask.Weeks("2025-W01", "2025-W01"), [Fact("2025-W01", TwoYears.Merged, 5, 2025)], 2025);
            return Ask.Answer(
                town.Cube(), Ask.For("geweld", "2025-W01", "2025-W01") with { BoundaryYear = 2025 });
        }
    }

    [Fact]
    public void A_series_marks_the_week_of_the_new_division_and_runs_through_it()
    {
        var series = Series(Delivered(TwoYears.Reviewed()), TwoYears.Merged);
        var mark = Assert.Single(series.BoundaryBreaks!);

        Assert.Equal(("2025-W01", 2025, "nieuwe indeling 2025"), (mark.Week.ToString(), mark.BoundaryYear, mark.Label));
        Assert.Equal([7, 0, 1, 0], series.Points.Select(p => p.Count));
        Assert.Equal(
            """[{"week":"2025-W01","indelingsjaar":2025,"tekst":"Andere grenzen van wijken en buurten; deze """ +
            """cijfers staan op indeling 2025."}]""",
            JsonSerializer.SerializeToNode(series, House)!["indelingsbreuken"]!.ToJsonString(House));
    }

    [Fact]
    public void A_series_without_a_crosswalk_has_a_gap_before_the_mark()
    {
        var series = Series(Delivered(TwoYears.Unlinked()), TwoYears.Merged);

        Assert.Equal([null, null, 1, 0], series.Points.Select(p => p.Count));
        Assert.Equal([".", "."], series.Points.Take(2).Select(p => p.Sign));
        Assert.Equal("2025-W01", Assert.Single(series.BoundaryBreaks!).Week.ToString());
    }

    [Fact]
    public void Earlier_years_beside_a_series_say_that_they_were_converted_or_are_missing()
    {
        var (with, without) = (EarlierYear(TwoYears.Reviewed()), EarlierYear(TwoYears.Unlinked()));

        Assert.Equal([9, 2], [with.Points[0].Earlier[0], with.Points[0].Count]);
        Assert.Contains("Weken van eerdere jaren zijn omgerekend van indeling 2021.", with.Remarks);
        Assert.Null(without.Points[0].Earlier[0]);
        Assert.Contains(without.Remarks, r => r.StartsWith(
            "Van eerdere jaren telt 1 week niet mee", StringComparison.Ordinal));

        static SeriesAnswer EarlierYear(Town town)
        {
            town.Deliver(Ask.Weeks("2024-W10", "2024-W10"), [Fact("2024-W10", TwoYears.Gone, 9, 2021)], 2021);
            town.Deliver(Ask.Weeks("2025-W10", "2025-W10"), [Fact("2025-W10", TwoYears.Merged, 2, 2025)], 2025);
            return Series(town.Cube(), TwoYears.Merged, "2025-W10", "2025-W10");
        }
    }

    [Fact]
    public void A_year_without_a_break_says_nothing_of_one()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W01", "2025-W02", Ask.Fact("2025-W01", "BU01530000", "1.4.5", 5));
        var json = JsonSerializer.SerializeToNode(Series(town.Cube(), TwoYears.Merged, "2025-W01", "2025-W02"))!;

        Assert.Null(json["indelingsbreuken"]);
        Assert.Null(json["weken"]!["omgerekend"]);
    }

    private static readonly JsonSerializerOptions House = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Cube Delivered(Town town)
    {
        town.Deliver(Ask.Weeks(First, "2024-W52"),
        [
            Fact(First, TwoYears.Merged, 3, 2021), Fact(First, TwoYears.Gone, 4, 2021),
            Fact("2024-W52", TwoYears.OldNumber, 5, 2021), Fact(First, TwoYears.Split, 7, 2021),
            Fact("2024-W52", TwoYears.Split, 3, 2021), Fact(First, Town.Code, 2, 2021),
        ], 2021);
        town.Deliver(Ask.Weeks("2025-W01", Last), [Fact("2025-W01", TwoYears.Merged, 1, 2025)], 2025);
        return town.Cube();
    }

    private static Fact Fact(string week, AreaCode area, int count, int year) =>
        Ask.Fact(week, area.Code, "1.4.5", count, year);

    private static FigureAnswer Answer(Cube cube, AreaLevel level = AreaLevel.Neighbourhood) =>
        Ask.Answer(cube, Ask.For("geweld", First, Last, level));

    private static int? CountOf(FigureAnswer answer, AreaCode area) => answer.Rows.Single(r => r.Area == area).Count;

    private static SeriesAnswer Series(Cube cube, AreaCode area, string first = First, string last = Last)
    {
        var question = AnswerSeries.AsFigures(new SeriesQuestion
        {
            Area = area, Category = Ask.Of("geweld"), Weeks = Ask.Weeks(first, last),
        });
        return AnswerSeries.MakeAnswer(Ask.Topic(cube, question), 1);
    }
}
