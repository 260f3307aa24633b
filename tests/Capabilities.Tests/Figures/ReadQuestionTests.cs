using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class ReadQuestionTests
{
    private static readonly QuestionText Good = new()
    {
        Niveau = "buurt", Gebied = "GM0153", Categorie = "vermogen", Van = "2025-W45", Tot = "2025-W48",
        Vergelijk = "vorigjaar", BekendOp = "2025-11-30",
    };

    public static TheoryData<QuestionText, string, string> Wrong => new()
    {
        { Good with { Niveau = "straat" }, "figures.unreadable", "niveau" },
        { Good with { Gebied = "Enschede" }, "figures.unreadable", "gebied" },
        { Good with { Categorie = null }, "figures.unreadable", "categorie" },
        { Good with { Van = "2025-W53" }, "figures.unreadable", "van" },
        { Good with { Tot = null }, "figures.unreadable", "tot" },
        { Good with { Vergelijk = "altijd" }, "figures.unreadable", "vergelijk" },
        { Good with { BekendOp = "2025-02-30" }, "figures.unreadable", "bekendOp" },
        { Good with { BekendOp = "2025-11-30T24:30" }, "figures.unreadable", "bekendOp" },
        { Good with { Van = "2025-W49" }, "figures.reversed", "tot" },
    };

    [Fact]
    public void An_address_is_read_as_a_question()
    {
        Assert.True(ReadQuestion.Try(Good, Town.Code, out var question, out _));
        Assert.Equal(
            Ask.For("vermogen", "2025-W45", "2025-W48", AreaLevel.Neighbourhood, Comparison.YearEarlier) with
            {
                KnownOn = KnownOn.EndOf(new NodaTime.LocalDate(2025, 11, 30)),
            }, question);
    }

    [Fact]
    public void Without_area_level_and_comparison_it_is_the_gemeente_alone()
    {
        var text = new QuestionText { Categorie = "vermogen", Van = "2025-W45", Tot = "2025-W48" };

        Assert.True(ReadQuestion.Try(text, Town.Code, out var question, out _));
        Assert.Equal(Ask.For("vermogen", "2025-W45", "2025-W48", AreaLevel.Municipality), question);
    }

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_parameter_that_is_wrong_is_named(QuestionText text, string code, string parameter)
    {
        Assert.False(ReadQuestion.Try(text, Town.Code, out _, out var refusal));
        Assert.Equal((code, parameter), (refusal.Code, refusal.Parameter));
    }

    [Fact]
    public void A_refusal_says_what_was_given_and_what_is_expected()
    {
        ReadQuestion.Try(Good with { Van = "2027-W53" }, Town.Code, out _, out var refusal);

        Assert.Equal(
            "Parameter van '2027-W53' klopt niet. Verwacht: een bestaande week zoals 2025-W45.", refusal!.Sentence);
    }
}
