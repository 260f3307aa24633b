using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>The overview as a page may look, from real figures.</summary>
internal sealed class OverviewPage(Enschede enschede)
{
    private static readonly (string Code, string Title)[] Themes =
    [
        ("vermogen", "Vermogensdelicten"), ("geweld", "Geweldsdelicten"), ("vernieling", "Vernieling en openbare orde"),
        ("ondermijning", "Ondermijning"),
    ];

    private static readonly WeekRange Window = new(IsoWeek.Parse("2025-W41"), IsoWeek.Parse("2025-W44"));
    private static readonly WeekRange Year = new(IsoWeek.Parse("2025-W01"), IsoWeek.Parse("2025-W52"));

    public async Task<string> Write()
    {
        var tiles = new List<Html>();
        foreach (var (code, title) in Themes)
            tiles.Add(await Tile(code, title));
        return Page.Of("Overzicht", Html.Of(
            $"""
            <nav class="breadcrumbs" aria-label="Kruimelpad"><ol><li><a href="/">Enschede</a></li>
            <li aria-current="page">Overzicht</li></ol></nav>
            <div class="page-title"><h1>Overzicht</h1>
            <p class="page-lead">In week 41 t/m 44 laat geen van de vier thema’s een duidelijk verschil zien met
            dezelfde weken van drie eerdere jaren.</p></div>
            {Filters}
            <div class="notice warning"><svg class="icon" aria-hidden="true"><use href="/icons.svg#warning"/></svg>
            <p><strong>Week 47 is niet geleverd.</strong> Die week telt niet mee.
            <a href="/leveringen">Bekijk de leveringen</a>.</p></div>
            <section class="tiles" aria-label="Thema’s">{tiles}</section>
            <div class="columns linked">{await Map()}{await Ranked()}</div>
            <div class="columns">{await Line()}{await Rhythm()}</div>
            """));
    }

    private async Task<Html> Tile(string code, string title)
    {
        var row = (await enschede.Figures(code, Window, AreaLevel.Municipality)).Rows[0];
        var series = WeekSeries.Of(await enschede.Series(code, Year));
        var spark = Sparkline.Draw(
            Gallery.Text.Of($"spark-{code}", Range(series), "geregistreerde misdrijven per week", Year),
            series.Weeks);
        return Html.Of(
            $"""
            <article class="tile"><h2 class="tile-theme"><a href="/buurten?categorie={code}">{title}</a></h2>
            <p class="tile-count"><b>{row.Count!.Value}</b> in 4 weken</p>
            <p class="tile-finding">{VerdictMark.Of(row.Compared?.Verdict)}
            <span class="explanation">{row.Compared?.Explanation}, week 41 t/m 44 van drie eerdere jaren</span></p>
            {Html.Drawn(spark)}</article>
            """);
    }

    private static string Range(WeekSeries series) =>
        $"52 weken: {series.Weeks.Min(w => w.Shown.Count)} tot {series.Weeks.Max(w => w.Shown.Count)} per week";

    private async Task<Html> Map()
    {
        var answer = await enschede.Figures("vermogen", Window);
        var scale = ClassBreaks.For(Measure.Per1000, answer.Category, 4);
        var areas = ShadeAreas.Of(answer, Shade(scale));
        var text = Gallery.Text.Of(
            "kaart", $"Vermogensdelicten per inwoner het vaakst in {areas[0].Name}",
            $"geregistreerde vermogensdelicten {answer.Unit}", Window) with
        {
            Source = "politie, weeklevering; grenzen CBS/Kadaster 2021, CC BY 4.0",
            Remarks = answer.PlaceUnknown == 0
                ? []
                : [$"Van {answer.PlaceUnknown} misdrijven is de buurt niet bekend; die staan niet op de kaart."],
            Help = "Hoe donkerder, hoe meer per 1.000 inwoners. De grenzen tussen de klassen zijn altijd dezelfde, "
                + "zodat u kaarten van verschillende perioden kunt vergelijken. Gearceerd: minder dan 200 inwoners.",
        };
        return Html.Drawn(Choropleth.Draw(text, new ChoroplethMap
        {
            Boundaries = [await enschede.Borders()], Areas = areas, Scale = scale,
        }));
    }

    private async Task<Html> Ranked()
    {
        var answer = await enschede.Figures("vermogen", Window);
        var scale = ClassBreaks.For(Measure.Per1000, answer.Category, 4);
        var text = Gallery.Text.Of(
            "lijst", "Weinig buurten wijken duidelijk af van eerdere jaren",
            $"geregistreerde vermogensdelicten {answer.Unit}", Window);
        return Html.Drawn(Bar.Draw(text, new RankedBars
        {
            Areas = ShadeAreas.Of(answer, Shade(scale)), Scale = scale, AreaWord = "Buurt",
            ValueWord = "Per 1.000 inwoners", ComparedWord = "Met drie eerdere jaren",
        }));
    }

    private static Shading Shade(ClassScale scale) => new()
    {
        Measure = Measure.Per1000, Scale = scale, AddressOf = area => $"/buurten/{area}",
    };

    private async Task<Html> Line()
    {
        var series = WeekSeries.Of(await enschede.Series("misdrijven", Year));
        var text = Gallery.Text.Of(
            "reeks", "Misdrijven blijven dicht bij de eerdere jaren", "geregistreerde misdrijven per week", Year,
            provisional: true);
        return Html.Drawn(Series.Draw(text, series));
    }

    private async Task<Html> Rhythm()
    {
        var moments = await enschede.Moments("geweld", Year);
        var text = Gallery.Text.Of(
            "wanneer", "Geweld valt vooral in de nacht", "geregistreerde geweldsdelicten in 52 weken", Year);
        return Html.Drawn(HeatTable.Draw(text, WeekRhythm.Of(moments)));
    }

    private static Html Filters => Html.Of(
        $"""
        <form class="filter-bar" method="get">{Choice("Periode", "4 weken", "12 weken", "26 weken", "52 weken")}
        {Choice("Tot en met", "week 44 (27 oktober t/m 2 november 2025)")}
        {Choice("Maat", "Per 1.000 inwoners", "Aantal", "Vergelijking")}
        {Choice("Vergelijk met", "drie eerdere jaren", "een jaar eerder")}
        <button class="button primary">Toon</button></form>
        """);

    private static Html Choice(string word, params string[] options) => Html.Of(
        $"""
        <label>{word}<select name="{word}">{options.Select(o => Html.Of($"<option>{o}</option>"))}</select></label>
        """);
}
