using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class ComparisonTests
{
    private static readonly WeekRange Recent = Ask.Weeks("2025-W45", "2025-W48");

    [Theory]
    [InlineData(40, 90, "hoger", "+125 % (van 40 naar 90)")]
    [InlineData(90, 40, "lager", "-56 % (van 90 naar 40)")]
    [InlineData(900, 910, "vergelijkbaar", "+1 % (van 900 naar 910)")]
    [InlineData(40, 48, "geen duidelijk verschil", "+20 % (van 40 naar 48)")]
    [InlineData(2, 4, "te weinig voor een uitspraak", "van 2 naar 4")]
    [InlineData(11, 60, "te weinig voor een uitspraak", "van 11 naar 60")]
    [InlineData(19, 60, "hoger", "van 19 naar 60")]
    public void A_difference_gets_its_word_and_its_numbers(int before, int now, string verdict, string explanation)
    {
        var row = Gemeente("1.4.5", before, now).Rows.Single().Compared!;

        Assert.Equal((verdict, explanation), (row.Verdict, row.Explanation));
        Assert.Equal((before, now - before), (row.Expected, row.Difference));
        Assert.Equal((double)now / before, row.Ratio!.Value, 1e-9);
    }

    [Theory]
    [InlineData("3.1.1")]
    [InlineData("ondermijning")]
    public void What_follows_effort_is_never_higher_or_lower(string category)
    {
        var answer = Gemeente(category, 40, 200);

        Assert.Equal("volgt vooral inzet", answer.Rows.Single().Compared!.Verdict);
        Assert.Equal(0, answer.Compared!.ExpectedFalse);
    }

    [Fact]
    public void Over_nothing_there_is_no_ratio()
    {
        var row = Gemeente("1.4.5", 0, 4).Rows.Single().Compared!;

        Assert.Null(row.Ratio);
        Assert.Null(row.Upper);
        Assert.Equal("van 0 naar 4", row.Explanation);
    }

    [Fact]
    public void Three_earlier_years_are_a_mean_with_three_times_the_exposure()
    {
        var town = new Town().With(2021);
        foreach (var (years, count) in new[] { (3, 30), (2, 40), (1, 50), (0, 120) })
            Deliver(town, "1.4.5", Recent.Plus(-52 * years), count);
        town.Deliver("2025-W49", "2025-W52");
        var answer = Ask.Answer(town.Cube(), Question("1.4.5", Comparison.ThreeYears));
        var row = answer.Rows.Single().Compared!;

        Assert.Equal((40, 80, 3), (row.Expected, row.Difference, row.Ratio));
        Assert.Equal(("hoger", "+200 % (van gemiddeld 40 naar 120)"), (row.Verdict, row.Explanation));
        Assert.Equal(3, answer.Compared!.Windows.Count);
    }

    [Fact]
    public void A_missing_week_is_compared_by_the_weeks_that_are_there()
    {
        var town = new Town().With(2021);
        Deliver(town, "1.4.5", Ask.Weeks("2024-W45", "2024-W47"), 30);
        Deliver(town, "1.4.5", Recent, 40);
        town.Deliver("2025-W49", "2025-W52");
        var answer = Ask.Answer(town.Cube(), Question("1.4.5", Comparison.YearEarlier));

        Assert.Equal((40, 1), (answer.Rows.Single().Compared!.Expected, answer.Rows.Single().Compared!.Ratio));
        Assert.Contains(
            "Van de eerdere periode tellen 3 van 4 weken mee; vergeleken is per week.", answer.Compared!.Remarks);
    }

    [Fact]
    public void Against_a_window_that_was_never_delivered_nothing_is_known()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W52", Ask.Fact("2025-W45", "BU01530000", "1.4.5", 40));
        var row = Ask.Answer(town.Cube(), Question("1.4.5", Comparison.YearEarlier)).Rows.Single().Compared!;

        Assert.Equal(("niet bekend", (double?)null), (row.Verdict, row.Expected));
    }

    [Fact]
    public void A_list_corrects_for_its_length_and_states_what_is_false_to_expect()
    {
        // Twenty neighbourhoods: one that tripled, one of which p is just below 0.05, the rest unchanged.
        var town = new Town().With(2021, districts: 4, neighbourhoods: 5);
        Deliver(town, Recent.Plus(-52), i => 40);
        Deliver(town, Recent, i => i switch { 0 => 120, 1 => 61, _ => 40 });
        town.Deliver("2025-W49", "2025-W52");
        var question = Question("1.4.5", Comparison.YearEarlier) with { Level = AreaLevel.Neighbourhood };
        var list = Ask.Answer(town.Cube(), question);
        var alone = Ask.Answer(town.Cube(), question with { Area = Town.Neighbourhood(0, 1) });

        Assert.Equal("hoger", list.Rows[0].Compared!.Verdict);
        Assert.Equal("geen duidelijk verschil", list.Rows[1].Compared!.Verdict);
        Assert.Equal("hoger", alone.Rows.Single().Compared!.Verdict);
        Assert.Equal(0.05, list.Compared!.ExpectedFalse, 1e-9);
    }

    [Fact]
    public void Counts_that_swung_in_earlier_years_need_a_larger_difference()
    {
        var (steady, swinging) = (Swinging(0), Swinging(25));

        Assert.Equal(1, steady.Compared!.Overdispersion);
        Assert.True(swinging.Compared!.Overdispersion > 5);
        Assert.Equal("hoger", steady.Rows[0].Compared!.Verdict);
        Assert.Equal("geen duidelijk verschil", swinging.Rows[0].Compared!.Verdict);
    }

    [Fact]
    public void Without_earlier_years_the_reader_is_told_that_swing_is_unknown()
    {
        var answer = Gemeente("1.4.5", 40, 90);

        Assert.Null(answer.Compared!.Overdispersion);
        Assert.Contains(answer.Compared.Remarks, r => r.Contains("schommelen", StringComparison.Ordinal));
    }

    [Fact]
    public void Young_weeks_are_compared_with_what_was_known_at_the_same_age()
    {
        var town = new Town().With(2021);
        Deliver(town, "1.4.5", Recent.Plus(-52), 30);
        Deliver(town, "1.4.5", Recent.Plus(-52), 60);
        Deliver(town, "1.4.5", Ask.Weeks("2024-W49", "2025-W44"), 1);
        Deliver(town, "1.4.5", Recent.Plus(-52), 90);
        Deliver(town, "1.4.5", Recent, 60);
        var answer = Ask.Answer(town.Cube(), Question("1.4.5", Comparison.YearEarlier), version => town.Cube(version));

        Assert.True(answer.Provisional);
        Assert.Equal(60, answer.Rows.Single().Compared!.Expected);
        Assert.Contains(answer.Compared!.Remarks, r => r.Contains("even kort na afloop", StringComparison.Ordinal));
    }

    [Fact]
    public void Young_weeks_cannot_be_compared_with_a_year_that_came_all_at_once()
    {
        var town = new Town().With(2021);
        Deliver(town, "1.4.5", Ask.Weeks("2024-W01", "2025-W44"), 60);
        Deliver(town, "1.4.5", Recent, 60);
        var row = Ask.Answer(town.Cube(), Question("1.4.5", Comparison.YearEarlier)).Rows.Single().Compared!;

        Assert.Equal(("nog niet te zeggen", (double?)null), (row.Verdict, row.Expected));
    }

    [Fact]
    public void An_event_in_one_of_the_windows_is_marked()
    {
        var town = new Town().With(2021);
        town.Deliver("2024-W10", "2025-W30");
        var question = Question("1.4.5", Comparison.YearEarlier) with { Weeks = Ask.Weeks("2025-W15", "2025-W18") };

        Assert.Contains(
            "Let op: bevat Pasen, de periode week 15 t/m 18 (8 april t/m 5 mei 2024) niet.",
            Ask.Answer(town.Cube(), question).Compared!.Remarks);
    }

    [Fact]
    public void A_law_that_changed_between_the_windows_is_told()
    {
        var town = new Town().With(2021);
        town.Deliver("2023-W01", "2025-W30");
        var question = Question("1.4.1", Comparison.YearEarlier) with { Weeks = Ask.Weeks("2025-W03", "2025-W06") };

        Assert.Contains(
            Ask.Answer(town.Cube(), question).Compared!.Remarks,
            remark => remark.StartsWith("Wet seksuele", StringComparison.Ordinal));
    }

    /// <summary>The gemeente in four weeks of 2024 and the same four of 2025, delivered long enough ago.</summary>
    private static FigureAnswer Gemeente(string category, int before, int now)
    {
        var town = new Town().With(2021);
        var code = category == "ondermijning" ? "3.1.1" : category;
        Deliver(town, code, Recent.Plus(-52), before);
        Deliver(town, code, Recent, now);
        town.Deliver("2025-W49", "2025-W52");
        return Ask.Answer(town.Cube(), Question(category, Comparison.YearEarlier));
    }

    private static FigureAnswer Swinging(int swing)
    {
        var town = new Town().With(2021, districts: 4, neighbourhoods: 5);
        Deliver(town, Recent.Plus(-156), i => 40 + (i % 2 == 0 ? swing : -swing));
        Deliver(town, Recent.Plus(-104), i => 40 - (i % 2 == 0 ? swing : -swing));
        Deliver(town, Recent.Plus(-52), i => 40);
        Deliver(town, Recent, i => i == 0 ? 90 : 40);
        town.Deliver("2025-W49", "2025-W52");
        return Ask.Answer(
            town.Cube(), Question("1.4.5", Comparison.YearEarlier) with { Level = AreaLevel.Neighbourhood });
    }

    private static FigureQuestion Question(string category, Comparison compare) =>
        Ask.For(category, "2025-W45", "2025-W48", AreaLevel.Municipality, compare);

    private static void Deliver(Town town, string category, WeekRange weeks, int count) =>
        town.Deliver(weeks, [Ask.Fact($"{weeks.First}", "BU01530000", category, count)]);

    private static void Deliver(Town town, WeekRange weeks, Func<int, int> count) =>
        town.Deliver(weeks,
        [
            .. Enumerable.Range(0, 20).Select(i =>
                Ask.Fact($"{weeks.First}", Town.Neighbourhood(i / 5, i % 5).Code, "1.4.5", count(i))),
        ]);
}
