using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class KeyFigureListTests
{
    private const string Own =
        "kamerverhuur;Panden met kamerverhuur;panden;wonen;gemeente, vergunningen;Huisvestingswet 2014;buurt;maand;0;"
        + "optelbaar;0;gemeente;";

    [Fact]
    public void The_list_of_the_product_can_be_read_and_names_source_and_legal_basis()
    {
        Assert.True(KeyFigureList.Default.All.Count > 30);
        Assert.All(KeyFigureList.Default.All, figure =>
        {
            Assert.NotEmpty(figure.Source);
            Assert.NotEmpty(figure.LegalBasis);
            Assert.Equal(figure.Origin == KeyFigureOrigin.Cbs, figure.Columns.Count > 0);
        });
    }

    [Fact]
    public void No_two_figures_claim_the_same_column()
    {
        var stems = KeyFigureList.Default.All
            .SelectMany(f => f.Columns.Select(ColumnName.StemOf).Distinct().Select(stem => (stem, f.Code)));
        Assert.DoesNotContain(stems.GroupBy(s => s.stem), same => same.Count() > 1);
    }

    [Fact]
    public void Shares_means_and_densities_are_never_additive() => Assert.All(
        KeyFigureList.Default.All.Where(f => f.Unit is "%" or "× € 1.000" || f.Unit.Contains(" per ")),
        figure => Assert.Equal(Adding.Mean, figure.Adding));

    [Fact]
    public void A_figure_about_descent_does_not_exist() => Assert.DoesNotContain(
        KeyFigureList.Default.All,
        figure => figure.Columns.Prepend(figure.Title).Prepend(figure.Code.Code).Any(Descent.IsAbout));

    [Theory]
    [InlineData("kamerverhuur;Panden met kamerverhuur", "westers;Personen van niet-westerse afkomst")]
    [InlineData("kamerverhuur;", "nationaliteit;")]
    [InlineData("gemeente;", "gemeente;percentage_uit_marokko")]
    public void A_gemeente_cannot_define_a_figure_about_descent(string text, string replaced)
    {
        var refused = Assert.Throws<FormatException>(() => KeyFigure.Parse(Replace(Own, text, replaced)));
        Assert.Contains("afkomst of nationaliteit", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gemeentes_own_line_is_added_or_takes_the_place_of_one_of_the_product()
    {
        var stricter = Replace(Own, "kamerverhuur;Panden met kamerverhuur", "schuldhulp;Schuldhulp");

        var list = KeyFigureList.Default.With([KeyFigure.Parse(Own), KeyFigure.Parse(stricter)]);

        Assert.Equal(KeyFigureList.Default.All.Count + 1, list.All.Count);
        Assert.Equal("Schuldhulp", list.Find(KeyFigureCode.Parse("schuldhulp"))!.Title);
        Assert.Equal("kamerverhuur", list.All[^1].Code.Code);
        Assert.Equal(AreaLevel.Neighbourhood, list.All[^1].MinimumLevel);
    }

    [Fact]
    public void What_CBS_publishes_is_the_same_for_all_gemeenten()
    {
        var mine = Own.Replace("kamerverhuur;", "inwoners;", StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => KeyFigureList.Default.With([KeyFigure.Parse(mine)]));
    }

    [Theory]
    [InlineData("buurt;", "straat;", "gemeente, stadsdeel, wijk, buurt")]
    [InlineData("optelbaar;0;", "optelbaar;3;", "0 tot en met 2")]
    [InlineData("panden;wonen", ";wonen", "1 tot 120")]
    [InlineData("kamerverhuur;", "Kamer Verhuur;", "kleine letters")]
    public void A_wrong_line_says_what_is_allowed(string text, string replaced, string rule)
    {
        var wrong = Assert.Throws<FormatException>(() => KeyFigure.Parse(Replace(Own, text, replaced)));
        Assert.Contains(rule, wrong.Message, StringComparison.Ordinal);
    }

    private static string Replace(string line, string text, string replaced)
    {
        var at = line.IndexOf(text, StringComparison.Ordinal);
        return string.Concat(line.AsSpan(0, at), replaced, line.AsSpan(at + text.Length));
    }
}
