using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>Sensitive categories, for who has the second permission and who has not.</summary>
public sealed class SensitiveTests
{
    private static readonly Viewer Analyst = Ask.Analyst with { SeesSensitive = false };
    private static readonly Cube Cube = Delivered();

    public static TheoryData<Viewer> Without => [Analyst, Ask.Reader];

    [Theory]
    [MemberData(nameof(Without), DisableDiscoveryEnumeration = true)]
    public void Without_the_permission_a_sensitive_category_is_answered_by_gemeente_and_year_only(Viewer viewer)
    {
        var year = Ask.For("E33", "2025-W01", "2025-W52", AreaLevel.Municipality);

        Assert.Null(Disclosure.Objection(year, Cube, viewer, perWeek: false));
        foreach (var finer in (FigureQuestion[])
        [
            year with { Level = AreaLevel.Neighbourhood }, year with { Level = AreaLevel.District },
            year with { Weeks = Ask.Weeks("2025-W49", "2025-W52") }, year with { Compare = Comparison.YearEarlier },
            year with { Weeks = Ask.Weeks("2024-W02", "2025-W01") },
        ])
            Assert.Equal("ring.sensitive", Disclosure.Objection(finer, Cube, viewer, perWeek: false)?.Code);
        Assert.Equal("ring.sensitive", Disclosure.Objection(year, Cube, viewer, perWeek: true)?.Code);
    }

    [Fact]
    public void A_sensitive_year_is_exact_in_the_exact_ring_and_a_class_in_the_other()
    {
        var year = Ask.For("E33", "2025-W01", "2025-W52", AreaLevel.Municipality);

        Assert.Equal(7, Ask.Answer(Cube, year, viewer: Analyst).Rows[0].Count);
        Assert.Equal("5-9", Ask.Answer(Cube, year, viewer: Ask.Reader).Rows[0].Class!.ToString());
    }

    [Fact]
    public void With_the_permission_a_sensitive_category_is_as_any_other()
    {
        var question = Ask.For("E33", "2025-W49", "2025-W52");

        Assert.Null(Disclosure.Objection(question, Cube, Ask.Analyst, perWeek: true));
        Assert.Equal(7, Ask.Answer(Cube, question).Rows[0].Count);
        Assert.Null(Disclosure.Objection(question, Cube, Ask.Reader with { SeesSensitive = true }, perWeek: false));
    }

    [Theory]
    [InlineData("overlast", 30, 37)]
    [InlineData("geweld", 40, 45)]
    [InlineData("misdrijven", 40, 45)]
    [InlineData("totaal", 70, 82)]
    public void No_sum_holds_a_sensitive_class_so_that_no_subtraction_gives_it_back(
        string category, int without, int with)
    {
        foreach (var level in (AreaLevel[])[AreaLevel.Municipality, AreaLevel.District, AreaLevel.Neighbourhood])
        {
            var question = Ask.For(category, "2025-W01", "2025-W52", level);

            Assert.Equal(without, Ask.Answer(Cube, question, viewer: Analyst).Rows[0].Count);
            Assert.Equal(with, Ask.Answer(Cube, question).Rows[0].Count);
        }
    }

    [Fact]
    public void Weeks_dayparts_and_place_unknown_leave_sensitive_classes_out_of_sums_too()
    {
        var question = Ask.For("overlast", "2025-W01", "2025-W52", AreaLevel.Municipality);
        var (without, with) = (Ask.Topic(Cube, question, Analyst), Ask.Topic(Cube, question));

        Assert.Equal((30, 37), (Weeks(without), Weeks(with)));
        Assert.Equal((30, 37), (AnswerMoments.MakeAnswer(without).Total, AnswerMoments.MakeAnswer(with).Total));
        Assert.Equal((0, 0), (without.PlaceUnknownIn(Cube, question.Weeks), with.PlaceUnknownIn(Cube, question.Weeks)));

        static int? Weeks(Topic topic) => AnswerSeries.MakeAnswer(topic, 0).Points.Sum(p => p.Count);
    }

    [Fact]
    public void A_sum_says_what_it_leaves_out()
    {
        var question = Ask.For("geweld", "2025-W49", "2025-W52");

        Assert.StartsWith(
            "Zonder Zedenmisdrijf, Discriminatie:", Ask.Answer(Cube, question, viewer: Analyst).Remarks[0],
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            Ask.Answer(Cube, question).Remarks, r => r.StartsWith("Zonder", StringComparison.Ordinal));
    }

    private static Cube Delivered()
    {
        var town = new Town().With(2021, districts: 1, neighbourhoods: 1);
        town.Deliver("2024-W01", "2025-W52",
            Ask.Fact("2025-W50", "BU01530000", "E33", 7), Ask.Fact("2025-W50", "BU01530000", "JEUGD", 30),
            Ask.Fact("2025-W50", "BU01530000", "1.4.5", 40), Ask.Fact("2025-W50", "BU01530000", "1.4.1", 5));
        return town.Cube();
    }
}
