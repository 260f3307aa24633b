using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class BindColumnsTests
{
    [Theory]
    [InlineData("AantalInwoners_5", "inwoners")]
    [InlineData("AantalInwoners_6", "inwoners")]
    [InlineData("Bevolking/Aantal inwoners (aantal)", "inwoners")]
    [InlineData("AANT_INW", "inwoners")]
    [InlineData("aantal_inwoners", "inwoners")]
    [InlineData("k_0Tot15Jaar_8", "personen-0-14")]
    [InlineData("GemiddeldeWOZWaardeVanWoningen_35", "woz-waarde")]
    [InlineData("GemiddeldeWOZWaardeVanWoningen_39", "woz-waarde")]
    [InlineData("gemiddelde_woningwaarde", "woz-waarde")]
    [InlineData("Koopwoningen_47", "aandeel-koopwoningen")]
    [InlineData("percentage_personen_0_tot_15_jaar", "aandeel-0-14")]
    public void A_column_is_bound_whatever_number_case_or_path_it_has_this_year(string column, string figure)
    {
        var bound = Bind([column, "Gemeentenaam_1"], out var findings);

        Assert.False(findings.Any);
        Assert.Equal((figure, column), (bound.Columns[0].Figure.Code.Code, bound.Columns[0].Column));
        Assert.Equal(["Gemeentenaam_1"], bound.Unbound);
    }

    [Fact]
    public void Two_columns_for_one_figure_are_refused_and_both_are_named()
    {
        Bind(["AantalInwoners_5", "AantalInwoners_41"], out var findings);

        var finding = Assert.Single(findings.First);
        Assert.Contains("inwoners", finding.Thing, StringComparison.Ordinal);
        Assert.Equal("AantalInwoners_5, AantalInwoners_41", finding.Value);
    }

    [Fact]
    public void Counts_and_shares_of_the_same_thing_are_not_mixed_up()
    {
        var bound = Bind(["Eenpersoonshuishoudens_30", "percentage_eenpersoonshuishoudens"], out var findings);

        Assert.False(findings.Any);
        Assert.Equal(
            ["eenpersoonshuishoudens", "aandeel-eenpersoonshuishoudens"],
            bound.Columns.Select(c => c.Figure.Code.Code));
    }

    /// <summary>What CBS has called such columns: StatLine before and since 2022, and the maps until 2021.</summary>
    [Theory]
    [InlineData("WestersTotaal_17")]
    [InlineData("NietWestersTotaal_18")]
    [InlineData("Marokko_19")]
    [InlineData("NederlandseAntillenEnAruba_20")]
    [InlineData("Suriname_21")]
    [InlineData("Turkije_22")]
    [InlineData("OverigNietWesters_23")]
    [InlineData("Nederland_17")]
    [InlineData("EuropaExclusiefNederland_18")]
    [InlineData("BuitenEuropa_19")]
    [InlineData("GeborenInNederland_20")]
    [InlineData("GeborenBuitenNederland_21")]
    [InlineData("percentage_westerse_migratieachtergrond")]
    [InlineData("percentage_uit_marokko")]
    [InlineData("percentage_overige_nietwestersemigratieachtergrond")]
    [InlineData("Bevolking/Herkomst/Nederland (aantal)")]
    [InlineData("P_WEST_AL")]
    [InlineData("P_N_W_AL")]
    [InlineData("P_MAROKKO")]
    [InlineData("P_ANT_ARU")]
    [InlineData("P_OVER_NW")]
    public void A_column_about_descent_is_neither_bound_nor_listed(string column)
    {
        var bound = Bind(["AantalInwoners_5", column], out _);

        Assert.Equal(["inwoners"], bound.Columns.Select(c => c.Figure.Code.Code));
        Assert.Empty(bound.Unbound);
        Assert.Equal(1, bound.AboutDescent);
    }

    [Theory]
    [InlineData("AantalInwoners_5")]
    [InlineData("GeboorteTotaal_24")]
    [InlineData("Gemeentenaam_1")]
    [InlineData("BedrijfsvestigingenTotaal_95")]
    [InlineData("aantal_bedrijven_landbouw_bosbouw_visserij")]
    [InlineData("percentage_ongehuwd")]
    public void Another_column_is_not_held_for_descent(string column) => Assert.False(Descent.IsAbout(column));

    private static BoundColumns Bind(string[] columns, out ImportFindings findings) =>
        BindColumns.Execute("het bestand", columns, KeyFigureList.Default, findings = new ImportFindings());
}
