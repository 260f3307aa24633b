using Microsoft.AspNetCore.Components;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>Draws the figures that pages share, each from its answer, with the texts that belong to it.</summary>
internal sealed class DrawFigures(PageFilters filters, FigureState state)
{
    private const string NuisanceOrOffence = "geregistreerde";

    private string Plural => LevelWords.Plural(filters.Level);

    public IReadOnlyList<ShadedArea> Shade(FigureAnswer answer) => ShadeAreas.Of(answer, new Shading
    {
        Measure = filters.Measure, Scale = Scale, AddressOf = area => filters.On($"/buurten/{area}"),
        Ranked = filters.Category.Origin == CategoryOrigin.Reported,
    });

    public MarkupString Map(FigureAnswer answer, MunicipalityBoundaries borders, AreaCode area, AreaCode? chosen = null)
    {
        var areas = Shade(answer);
        var text = Text(
            "kaart", Findings.OfAreas(filters.Category, filters.Measure, areas, Plural), UnitOf(answer)) with
        {
            CsvAddress = filters.Csv("cijfers", area, filters.Window),
            Provisional = answer.Provisional,
            Source = $"{answer.Source}; {state.Borders(answer.BoundaryYear)}",
            Remarks = [.. MapRemarks(answer)],
            HeadingLevel = 2,
            Help = "Hoe donkerder, hoe meer. De grenzen tussen de kleuren zijn altijd dezelfde, zodat u kaarten van "
                + "verschillende perioden kunt vergelijken. Gearceerd: te weinig inwoners of te weinig gegevens. De "
                + "nummers op de kaart zijn die van de lijst ernaast.",
        };
        return Choropleth.Draw(text, new ChoroplethMap
        {
            Boundaries = [borders], Areas = areas, Scale = Scale, Level = filters.Level, Chosen = chosen,
            Numbered = filters.Category.Origin == CategoryOrigin.Reported ? 5 : 0,
        });
    }

    public MarkupString Ranking(FigureAnswer answer, AreaCode area)
    {
        var areas = Shade(answer);
        var text = Text("lijst", Findings.OfList(filters.Category, areas, Plural), UnitOf(answer)) with
        {
            CsvAddress = filters.Csv("cijfers", area, filters.Window),
            Provisional = answer.Provisional,
            Source = answer.Source,
            HeadingLevel = 2,
            Remarks = [.. CompareRemarks(answer)],
            Help = "Het verschil is de vraag of het aantal meer of minder is dan in dezelfde weken eerder. ‘Hoger’ of "
                + "‘lager’ staat er alleen als toeval onwaarschijnlijk is; ‘te weinig’ als er minder dan "
                + "12 te verwachten zijn." + ClassHelp,
        };
        return Bar.Draw(text, new RankedBars
        {
            Areas = areas, Scale = Scale, AreaWord = LevelWords.Head(filters.Level),
            ValueWord = filters.Measure switch
            {
                Measure.Per1000 => $"Per 1.000 {answer.Denominator}",
                Measure.Count => "Aantal",
                _ => "Verschil",
            },
            ComparedWord = filters.Compare == Comparison.YearEarlier ? "Met een jaar eerder" : "Met drie eerdere jaren",
        });
    }

    public MarkupString Line(SeriesAnswer series, FigureRow row, AreaCode area) => Series.Draw(
        Text("reeks", Findings.OfSeries(filters.Category, row, filters.Weeks),
        $"{NuisanceOrOffence} {Title} per week") with
        {
            Period = WeekText.Of(filters.Year),
            CsvAddress = filters.Csv("reeks", area, filters.Year),
            Source = series.Source,
            HeadingLevel = 2,
            Remarks = series.Remarks,
            Provisional = series.Points.Any(p => p.Sign == "*"),
            Help = "De donkere lijn is dit jaar, de lichte lijn het gemiddelde van dezelfde weken in drie eerdere "
                + "jaren en de band het laagste en hoogste daarvan. De laatste weken zijn gestippeld: er "
                + "komen nog aangiften bij." + ClassHelp,
        },
        WeekSeries.Of(series));

    public MarkupString Rhythm(MomentsAnswer moments, AreaCode area) => HeatTable.Draw(
        Text("wanneer", Findings.OfMoments(filters.Category, moments), $"{NuisanceOrOffence} {Title} in 52 weken") with
        {
            Period = WeekText.Of(filters.Year),
            CsvAddress = filters.Csv("tijdstip", area, filters.Year),
            Source = moments.Source,
            HeadingLevel = 2,
            Remarks = moments.Remarks,
            Provisional = moments.Provisional,
            Help = "Elk vak is een dag en een dagdeel van zes uur. De kleur zegt hoeveel vaker of minder vaak dan bij "
                + "een gelijke spreiding over de week.",
        },
        WeekRhythm.Of(moments));

    public MarkupString Spark(Category category, SeriesAnswer series, string id) => Sparkline.Draw(
        Text(id, "52 weken", $"{NuisanceOrOffence} {category.Title.ToLower(Dutch.Culture)} per week") with
        {
            Period = WeekText.Of(filters.Year),
            Source = series.Source,
            HeadingLevel = 3,
            CsvAddress = (filters with { Category = category }).Csv("reeks", series.Area, filters.Year),
        },
        WeekSeries.Of(series).Weeks);

    private ClassScale Scale => filters.InClasses
        ? ClassBreaks.ForClasses(filters.Measure, filters.Category.Code, filters.Weeks)
        : ClassBreaks.For(filters.Measure, filters.Category.Code, filters.Weeks);

    /// <summary>How something is drawn of which only the class is shown.</summary>
    private string ClassHelp => filters.InClasses
        ? " Waar een klasse staat, is het midden van de klasse getekend; een verschil en een cijfer per 1.000 staan er "
            + "alleen bij aantallen vanaf 20."
        : "";

    private string Title => filters.Category.Title.ToLower(Dutch.Culture);

    private string UnitOf(FigureAnswer answer) => filters.Measure switch
    {
        Measure.Per1000 => $"{NuisanceOrOffence} {Title} {answer.Unit}",
        Measure.Count => $"aantal {NuisanceOrOffence} {Title} in {filters.Weeks} weken",
        _ => $"{NuisanceOrOffence} {Title} in {filters.Weeks} weken, vergeleken met "
            + (filters.Compare == Comparison.YearEarlier ? "een jaar eerder" : "drie eerdere jaren"),
    };

    private FigureText Text(string id, string title, string unit) => new()
    {
        Id = id, Title = title, Unit = unit, Period = WeekText.Of(filters.Window), Source = "", CsvAddress = "",
        Known = state.Fictitious ? $"fictieve gegevens {state.Known}" : state.Known,
    };

    private static IEnumerable<string> MapRemarks(FigureAnswer answer)
    {
        var unknown = new ShownCount(answer.PlaceUnknown, answer.PlaceUnknownClass);
        if (unknown.Amount > 0)
            yield return $"Van {CountText.InSentence(unknown)} is de buurt niet bekend; die staan niet op de kaart.";
        foreach (var remark in answer.Remarks)
            yield return remark;
    }

    private static IEnumerable<string> CompareRemarks(FigureAnswer answer)
    {
        if (answer.Compared is not { } compared)
            yield break;
        if (compared.ExpectedFalse >= 0.05)
            yield return $"Naar verwachting {Dutch.Rate(compared.ExpectedFalse)} van de verschillen door toeval.";
        foreach (var remark in compared.Remarks)
            yield return remark;
    }
}
