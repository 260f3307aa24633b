using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class RefusalTests
{
    private static readonly FigureQuestion Good = Ask.For("vermogen", "2025-W45", "2025-W48");

    public static TheoryData<string, FigureQuestion> Refused => new()
    {
        { "figures.unknown-category", Good with { Category = Ask.Of("0.0.0") } },
        { "figures.area-elsewhere", Good with { Area = AreaCode.Parse("GM0164") } },
        { "figures.unknown-area", Good with { Area = AreaCode.Parse("WK015399") } },
        { "figures.area-below-level", Good with { Area = AreaCode.Parse("BU01530000"), Level = AreaLevel.District } },
        { "figures.level-not-offered", Good with { Level = AreaLevel.Borough } },
        { "figures.too-long", Good with { Weeks = Window.Ending(IsoWeek.Parse("2025-W48"), 601) } },
        {
            "figures.too-long-to-compare",
            Good with { Weeks = Window.Ending(IsoWeek.Parse("2025-W48"), 53), Compare = Comparison.YearEarlier }
        },
        { "figures.boundaries-not-loaded", Good with { BoundaryYear = 1999 } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_question_that_cannot_be_answered_gets_its_code(string code, FigureQuestion question)
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W45", "2025-W52");

        Assert.Equal(code, Ask.Refusal(town.Cube(), question)?.Code);
    }

    [Fact]
    public void Without_areas_nothing_is_answered() =>
        Assert.Equal("figures.no-areas", Ask.Refusal(new Town().Cube(), Good)?.Code);

    [Fact]
    public void A_good_question_is_answered() => Assert.Null(Ask.Refusal(new Town().With(2021).Cube(), Good));

    [Fact]
    public void A_viewer_of_another_gemeente_is_an_impossibility()
    {
        var viewer = new Viewer(AreaCode.Parse("GM0164"), Ring.Exact, "analist");

        Assert.Throws<ViewerElsewhereException>(() => Disclosure.Apply(Answer(), viewer, out _, out _));
    }

    [Fact]
    public void The_exact_ring_sees_the_answer_as_it_is()
    {
        var answer = Answer();

        Assert.True(Disclosure.Apply(answer, Ask.Analyst, out var shown, out _));
        Assert.Same(answer, shown);
    }

    [Fact]
    public void The_ring_of_publication_is_never_answered_from_exact_figures()
    {
        var viewer = Ask.Analyst with { Ring = Ring.Published };

        Assert.False(Disclosure.Apply(Answer(), viewer, out var shown, out var refusal));
        Assert.Null(shown);
        Assert.Equal("ring.not-available", refusal.Code);
    }

    private static FigureAnswer Answer() => Ask.Answer(new Town().With(2021).Cube(), Good);
}
