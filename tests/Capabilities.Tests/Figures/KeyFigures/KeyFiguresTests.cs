using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class KeyFiguresTests
{
    private static readonly AreaCode Whole = AreaCode.Parse("GM0153");
    private static readonly AreaCode District = AreaCode.Parse("WK015300");
    private static readonly KeyFigurePeriod Year = KeyFigurePeriod.OfYear(2021);
    private static readonly KeyFigure Inhabitants = Figure("inwoners");
    private static readonly KeyFigure Worth = Figure("woz-waarde");

    private static readonly AreaCode[] Parts =
        [AreaCode.Parse("BU01530000"), AreaCode.Parse("BU01530001"), AreaCode.Parse("BU01530002")];

    [Fact]
    public void An_additive_figure_is_summed_to_levels_that_were_not_delivered()
    {
        var figures = Known(Unit(Inhabitants, AreaLevel.Neighbourhood, 10, 20, 0));

        Assert.Equal((30d, true), At(figures, Inhabitants, District));
        Assert.Equal((30d, true), At(figures, Inhabitants, Whole));
        Assert.Equal((0d, false), At(figures, Inhabitants, Parts[2]));
    }

    [Fact]
    public void A_value_delivered_at_a_level_wins_over_a_sum()
    {
        var figures = Known(
            Unit(Inhabitants, AreaLevel.Neighbourhood, 10, 20, 5), Unit(Inhabitants, AreaLevel.Municipality, 37));

        Assert.Equal((37d, false), At(figures, Inhabitants, Whole));
        Assert.Equal((35d, true), At(figures, Inhabitants, District));
    }

    [Fact]
    public void Also_when_it_was_delivered_as_not_known() => Assert.Equal((null, false), At(
        Known(
            Unit(Inhabitants, AreaLevel.Neighbourhood, 10, 20, 5),
            Unit(Inhabitants, AreaLevel.Municipality, default(int?))),
        Inhabitants, Whole));

    [Fact]
    public void A_sum_of_which_a_part_is_not_known_is_not_known()
    {
        var stated = Known(Unit(Inhabitants, AreaLevel.Neighbourhood, 10, null, 5));
        var left = Known(Unit(Inhabitants, AreaLevel.Neighbourhood, 10, 20));

        Assert.Equal((null, true), At(stated, Inhabitants, District));
        Assert.Equal((null, true), At(left, Inhabitants, District));
    }

    [Fact]
    public void A_mean_is_never_summed()
    {
        var figures = Known(Unit(Worth, AreaLevel.Neighbourhood, 200, 200, 200));

        Assert.Equal((null, false), At(figures, Worth, District));
        Assert.Null(figures.NewestOf(Worth, AreaLevel.District, 2021));
        Assert.Throws<InvalidOperationException>(() => figures.Sum(Worth, Year, Parts, Areas(2021)));
    }

    [Fact]
    public void Any_group_of_neighbourhoods_can_be_summed()
    {
        var figures = Known(Unit(Inhabitants, AreaLevel.Neighbourhood, 10, 20, 5));

        Assert.Equal(15, figures.Sum(Inhabitants, Year, [Parts[0], Parts[2]], Areas(2021)).Number);
        Assert.False(figures.Sum(Inhabitants, Year, [], Areas(2021)).IsKnown);
    }

    [Fact]
    public void Below_the_gemeente_a_value_counts_on_its_own_boundaries_only()
    {
        var figures = Known(
            Unit(Inhabitants, AreaLevel.Neighbourhood, 10, 20, 5), Unit(Inhabitants, AreaLevel.Municipality, 37));

        Assert.Null(figures.Of(Inhabitants, Year, Parts[0], Areas(2022)).Value.Number);
        Assert.Equal(37, figures.Of(Inhabitants, Year, Whole, Areas(2022)).Value.Number);
        Assert.Null(figures.NewestOf(Inhabitants, AreaLevel.Neighbourhood, 2022));
        Assert.Equal(Year, figures.NewestOf(Inhabitants, AreaLevel.Municipality, 2022));
    }

    [Fact]
    public void An_answer_says_how_many_areas_are_not_known()
    {
        var figures = Known(Unit(Inhabitants, AreaLevel.Neighbourhood, 10, null, 0));
        var answer = AnswerKeyFigures.MakeAnswer(
            new KeyFigureQuestion
            {
                Figure = Inhabitants.Code, Level = AreaLevel.Neighbourhood, Area = Whole, Period = Year,
            },
            figures, Areas(2021), Ring.Exact);

        Assert.Equal([(10d, null), (null, "."), (0d, null)], answer.Rows.Select(r => (r.Value, r.Sign)));
        Assert.Equal(1, answer.NotKnown);
    }

    [Fact]
    public void Nobody_sees_key_figures_of_another_gemeente()
    {
        var answer = AnswerKeyFigures.MakeAnswer(
            new KeyFigureQuestion
            {
                Figure = Inhabitants.Code, Level = AreaLevel.Municipality, Area = Whole, Period = Year,
            },
            Known(Unit(Inhabitants, AreaLevel.Municipality, 37)), Areas(2021), Ring.Exact);
        var hengelo = new Viewer(AreaCode.Parse("GM0164"), Ring.Exact, "analist");

        Assert.Throws<ViewerElsewhereException>(() => Disclosure.Apply(answer, hengelo, out _, out _));
        var outside = new Viewer(Whole, Ring.Published, "raadslid");
        Assert.False(Disclosure.Apply(answer, outside, out _, out _));
    }

    private static KeyFigure Figure(string code) => KeyFigureList.Default.Find(KeyFigureCode.Parse(code))!;

    private static (double? Value, bool IsSum) At(KeyFigures figures, KeyFigure figure, AreaCode area)
    {
        var cell = figures.Of(figure, Year, area, Areas(2021));
        return (cell.Value.Number, cell.IsSum);
    }

    private static KeyFigures Known(params CountedUnit[] units) =>
        new(new KeyFigureStamp(Whole, 1, 1), KeyFigureList.Default, units);

    private static CountedUnit Unit(KeyFigure figure, AreaLevel level, params int?[] values)
    {
        AreaCode[] areas = level == AreaLevel.Municipality ? [Whole] : Parts;
        return new CountedUnit(
            new KeyFigureUnit(Whole, figure.Code, Year, level), 2021, 1,
            areas.Zip(values).ToDictionary(
                v => v.First, v => v.Second is { } known ? KeyFigureValue.Of(known) : KeyFigureValue.NotKnown));
    }

    private static MunicipalityAreas Areas(int year) => new(
        year, new Area(Whole, "Enschede", null, 37, 20), [new Area(District, "Wijk 00", Whole, 35, 18)],
        Parts.Select(p => new Area(p, $"Buurt {p}", District, 10, 5)));
}
