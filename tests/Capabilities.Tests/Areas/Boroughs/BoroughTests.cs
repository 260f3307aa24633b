using Twente.Igw.Areas;
using Twente.Igw.Capabilities.Tests.Figures;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas.Boroughs;

public sealed class BoroughTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);
    private static readonly Actor Analyst = new("analist", "website");
    private static readonly AreaCode[] Districts =
        [.. Enumerable.Range(0, 4).Select(d => Town.Neighbourhood(d, 0).District)];

    private static readonly MunicipalityAreas Areas = new(
        2021, new Area(Town.Code, "Enschede", null, 159_732, 80_000),
        Districts.Select((d, i) => new Area(d, $"Wijk {d}", Town.Code, i == 3 ? null : 10_000, 5_000)),
        Districts.SelectMany((d, i) => Enumerable.Range(0, 2).Select(
            n => new Area(Town.Neighbourhood(i, n), "Buurt", d, 1_000, 500))));

    [Theory]
    [InlineData("SD0153-noord", true)]
    [InlineData("SD0153-west-2", true)]
    [InlineData("SD0153-", false)]
    [InlineData("SD0153-Noord", false)]
    [InlineData("SD0153--noord", false)]
    [InlineData("SD0153-een-veel-te-lange-naam", false)]
    [InlineData("SD01A3-noord", false)]
    public void The_code_of_a_borough_parses_and_prints_itself(string text, bool valid)
    {
        Assert.Equal(valid, AreaCode.TryParse(text, out var code));
        if (!valid)
            return;
        Assert.Equal(text, code.ToString());
        Assert.Equal((AreaLevel.Borough, Town.Code), (code.Level, code.Municipality));
    }

    [Fact]
    public void A_new_borough_gets_a_code_of_its_name_that_nothing_ever_had()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord-Oost én omstreken", Districts[0]));
        Assert.Equal("SD0153-noord-oost-en-omstre", book.Changes[0].Code);

        book = Made(book, Wish("Noord Oost, en omstreken!", Districts[1]));
        Assert.Equal("SD0153-noord-oost-en-omst-2", book.Changes[1].Code);
    }

    [Fact]
    public void A_district_lies_in_at_most_one_borough()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord", Districts[0], Districts[1]));

        var refused = Refused(book, Wish("Zuid", Districts[1]));

        Assert.Equal("boroughs.district-twice", refused.Code);
        Assert.Contains("hooguit één stadsdeel", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_district_that_a_later_change_gives_away_cannot_be_taken_before()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord", Districts[0]) with { From = Today.AddDays(30) });

        Assert.Equal("boroughs.district-twice", Refused(book, Wish("Zuid", Districts[0])).Code);
    }

    [Fact]
    public void A_change_never_comes_before_the_last_one_of_the_same_borough()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord", Districts[0]));
        var earlier = Wish("Noorden", Districts[0]) with
        {
            Code = AreaCode.Parse("SD0153-noord"),
            From = Today.AddDays(-1),
        };

        Assert.Equal("boroughs.too-early", Refused(book, earlier).Code);
    }

    [Theory]
    [InlineData("", "reden", "boroughs.name")]
    [InlineData("Noord", " ", "boroughs.reason")]
    public void A_borough_has_a_name_and_a_reason(string name, string reason, string code) =>
        Assert.Equal(code, Refused(BoroughBook.Empty, Wish(name, Districts[0]) with { Reason = reason }).Code);

    [Fact]
    public void A_borough_holds_known_districts_and_at_least_one()
    {
        Assert.Equal("boroughs.empty", Refused(BoroughBook.Empty, Wish("Noord")).Code);
        Assert.Equal(
            "boroughs.district-unknown", Refused(BoroughBook.Empty, Wish("Noord", AreaCode.Parse("WK015399"))).Code);
        Assert.Equal(
            "boroughs.district-unknown", Refused(BoroughBook.Empty, Wish("Noord", Town.Neighbourhood(0, 0))).Code);
    }

    [Fact]
    public void A_borough_holds_from_its_day_on()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord", Districts[0]) with { From = Today.AddDays(7) });

        Assert.Empty(book.On(Today, 2021));
        Assert.Equal(0, book.CountInForce(Today));
        Assert.Equal("Noord", Assert.Single(book.On(Today.AddDays(7), 2021)).Name);
        Assert.Empty(book.On(Today.AddDays(7), 2025));
    }

    [Fact]
    public void People_of_a_borough_are_those_of_its_districts_or_not_known()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord", Districts[0], Districts[1]));
        book = Made(book, Wish("Zuid", Districts[2], Districts[3]));

        var areas = Areas.With(book.On(Today, 2021));

        Assert.Equal([20_000, null], areas.At(AreaLevel.Borough).Select(b => b.Inhabitants));
        Assert.True(areas.IsWithin(Town.Neighbourhood(1, 1), AreaCode.Parse("SD0153-noord")));
        Assert.False(areas.IsWithin(Town.Neighbourhood(2, 1), AreaCode.Parse("SD0153-noord")));
        Assert.False(Areas.Offers(AreaLevel.Borough));
    }

    [Fact]
    public void Figures_of_a_borough_are_those_of_its_districts()
    {
        var cube = Grouped();

        var rows = Ask.Answer(cube, Ask.For("geweld", "2025-W10", "2025-W11", AreaLevel.Borough)).Rows;

        Assert.Equal([("SD0153-noord", 7), ("SD0153-zuid", 4)], rows.Select(r => (r.Area.Code, r.Count!.Value)));
        Assert.Equal(3, cube.CountWeeks(Ask.Of("geweld"), rows[0].Area, 2021, Ask.Weeks("2025-W10", "2025-W10"))[0]);
    }

    [Fact]
    public void A_borough_is_drilled_into_districts_and_neighbourhoods()
    {
        var noord = AreaCode.Parse("SD0153-noord");
        var question = Ask.For("geweld", "2025-W10", "2025-W11") with { Area = noord };

        var neighbourhoods = Ask.Answer(Grouped(), question).Rows;
        var districts = Ask.Answer(Grouped(), question with { Level = AreaLevel.District }).Rows;

        Assert.Equal(4, neighbourhoods.Count);
        Assert.Equal(7, neighbourhoods.Sum(r => r.Count));
        Assert.Equal([3, 4], districts.Select(r => r.Count!.Value));
    }

    [Fact]
    public void Without_boroughs_the_level_is_not_offered()
    {
        var cube = new Town().With(Areas).Cube();

        var refusal = Ask.Refusal(cube, Ask.For("geweld", "2025-W10", "2025-W11", AreaLevel.Borough));

        Assert.Equal("figures.level-not-offered", refusal!.Code);
    }

    private static Cube Grouped()
    {
        var book = Made(BoroughBook.Empty, Wish("Noord", Districts[0], Districts[1]));
        book = Made(book, Wish("Zuid", Districts[2]));
        var town = new Town().With(Areas.With(book.On(Today, 2021)));
        town.Deliver(
            "2025-W10", "2025-W11", Ask.Fact("2025-W10", "BU01530000", "1.4.5", 3),
            Ask.Fact("2025-W11", "BU01530100", "1.4.5", 4), Ask.Fact("2025-W11", "BU01530201", "1.4.5", 4),
            Ask.Fact("2025-W11", "BU01530301", "1.4.5", 9), Ask.Fact("2025-W11", "GM0153", "1.4.5", 1));
        return town.Cube();
    }

    private static BoroughRequest Wish(string name, params AreaCode[] districts) => new()
    {
        BoundaryYear = 2021, Name = name, Districts = districts, From = Today, Reason = "zo werken wij",
    };

    private static BoroughBook Made(BoroughBook book, BoroughRequest wish)
    {
        var decision = SetBorough.Decide(wish, book, Areas, Analyst);
        Assert.Null(decision.Answer);
        return new BoroughBook(
            [.. book.Changes, decision.Row!(book.Changes.Count + 1, book.Changes.Count + 1, DateTime.UnixEpoch)]);
    }

    private static BoroughOutcome.Refused Refused(BoroughBook book, BoroughRequest wish) =>
        Assert.IsType<BoroughOutcome.Refused>(SetBorough.Decide(wish, book, Areas, Analyst).Answer);
}
