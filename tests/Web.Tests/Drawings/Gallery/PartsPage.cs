using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>Every drawing in its rarer forms, and every component.</summary>
internal sealed class PartsPage(Enschede enschede)
{
    private static readonly WeekRange Window = new(IsoWeek.Parse("2025-W33"), IsoWeek.Parse("2025-W44"));
    private static readonly WeekRange Year = new(IsoWeek.Parse("2024-W45"), IsoWeek.Parse("2025-W44"));
    private static readonly WeekRange Weeks = new(IsoWeek.Parse("2025-W31"), IsoWeek.Parse("2025-W52"));

    public async Task<string> Write() => Page.Of("Definities", Html.Of(
        $"""
        <div class="page-title"><h1>Onderdelen</h1></div>
        <div class="columns even">{await Deviating()}{await Counted()}</div>
        <div class="columns even">{await Broken()}{await Sparse()}</div>
        {ComparingParts.Write()}{States}{Words}
        """));

    private async Task<Html> Deviating()
    {
        var answer = await enschede.Figures("vernieling", Year);
        // Invented differences, so that every class is seen.
        var areas = ShadeAreas.Of(answer, new Shading { Measure = Measure.Deviation, Scale = Deviation.Scale })
            .Select(a => a.Class is null || a.Number % 3 == 0 ? a : a with { Class = 1 + a.Number * 7 % 5 });
        var text = Gallery.Text.Of(
            "afwijking", "De meeste buurten wijken niet af van eerdere jaren",
            "geregistreerde vernielingen in 52 weken, vergeleken met dezelfde weken van drie eerdere jaren", Year);
        return Html.Drawn(Choropleth.Draw(text, new ChoroplethMap
        {
            Boundaries = [await enschede.Borders()], Areas = [.. areas], Scale = Deviation.Scale, Numbered = 0,
        }));
    }

    private async Task<Html> Counted()
    {
        var answer = await enschede.Figures("vermogen", Window);
        var scale = ClassBreaks.For(Measure.Count, answer.Category, 12);
        var areas = ShadeAreas.Of(answer, new Shading { Measure = Measure.Count, Scale = scale })
            .Select((area, i) => i is 8 or 30 or 31 ? Shielded(area) : area);
        var text = Gallery.Text.Of(
            "aantal", "Drie buurten zijn afgeschermd", "geregistreerde vermogensdelicten in 12 weken", Window);
        var borders = await enschede.Borders();
        return Html.Drawn(Choropleth.Draw(text, new ChoroplethMap
        {
            Boundaries = [borders], Areas = [.. areas], Scale = scale, Chosen = borders.Neighbourhoods[20].Code,
        }));
    }

    private static ShadedArea Shielded(ShadedArea area) =>
        area with { Amount = null, Class = null, Mark = AreaMark.Shielded, Value = "x" };

    private async Task<Html> Broken()
    {
        var series = WeekSeries.Of(await enschede.Series("geweld", Weeks));
        var weeks = series.Weeks.Select((w, i) => i is 5 or 6 ? w with { Shown = null } : w);
        var text = Gallery.Text.Of(
            "trendbreuk", "Van drie weken ontbreekt de levering", "geregistreerde geweldsdelicten per week", Weeks,
            provisional: true);
        return Html.Drawn(Series.Draw(text, series with
        {
            Weeks = [.. weeks],
            Breaks = [new SeriesBreak(IsoWeek.Parse("2025-W39"), "registratie veranderd, voorbeeld")],
        }));
    }

    private async Task<Html> Sparse()
    {
        var moments = await enschede.Moments("ondermijning", new WeekRange(Window.Last, Window.Last));
        var text = Gallery.Text.Of(
            "weinig", "Te weinig om een patroon te zien", "geregistreerde misdrijven in 1 week",
            new WeekRange(Window.Last, Window.Last));
        return Html.Drawn(HeatTable.Draw(text, WeekRhythm.Of(moments)));
    }

    private static Html States => Html.Of(
        $"""
        <div class="notice"><svg class="icon" aria-hidden="true"><use href="/icons.svg#info"/></svg>
        <p>De cijfers van de nieuwste vier weken zijn voorlopig.</p></div>
        <div class="notice error" role="alert">
        <svg class="icon" aria-hidden="true"><use href="/icons.svg#refused"/></svg>
        <h2>De levering is geweigerd</h2>
        <p>Regel 14: buurtcode BU01539999 bestaat niet in indelingsjaar 2021.</p></div>
        <section class="empty"><h2>Nog geen levering</h2>
        <p>Er zijn nog geen cijfers voor deze periode. De politie levert elke maandag.</p>
        <p><a class="button" href="/leveringen">Naar leveringen</a></p></section>
        <div class="card"><h2>Leveringen</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="Leveringen"><table class="data-table">
        <thead><tr><th scope="col" class="number" aria-sort="descending">Nr.</th><th scope="col">Bestand</th>
        <th scope="col">Stand</th><th scope="col">Ontvangen</th><th scope="col" class="number">Rijen</th></tr></thead>
        <tbody>{Rows}</tbody></table></div></div>
        """);

    private static IEnumerable<Html> Rows =>
        from state in new[]
        {
            ("accepted", "geaccepteerd"), ("held", "aangehouden"), ("refused", "geweigerd"),
            ("withdrawn", "ingetrokken"), ("received", "ontvangen"),
        }
        select Html.Of(
            $"""
            <tr><td class="number">13</td>
            <th scope="row"><a href="/leveringen/13">politie-week_GM0153_2025-W52_2025-W52.csv</a></th>
            <td><span class="badge {state.Item1}">{state.Item2}</span></td><td>29-12-2025 08:14</td>
            <td class="number">1.234</td></tr>
            """);

    private static Html Words => Html.Of(
        $"""
        <div class="columns even"><div class="card"><h2>Ontvangstbewijs</h2>
        <dl class="facts"><dt>Nummer</dt><dd>GM0153-13</dd><dt>Weken</dt><dd>week 52 (22 t/m 28 december 2025)</dd>
        <dt>Stand</dt><dd><span class="badge accepted">geaccepteerd</span></dd></dl>
        <h3>Wat er gebeurde</h3><ol class="steps"><li class="done">Ontvangen<small>29-12-2025 08:14</small></li>
        <li class="done">Gecontroleerd<small>1.234 rijen, geen bevindingen</small></li>
        <li aria-current="step">Verwerkt<small>cijfers worden bijgewerkt</small></li><li>Zichtbaar</li></ol></div>
        <div class="card"><h2>Definities</h2><dl class="definitions"><dt>Geregistreerd misdrijf</dt>
        <dd>Een misdrijf waarvan de politie een proces-verbaal of melding heeft opgenomen.</dd>
        <dt>Marge van 95 %</dt><dd>Zo ver kan toeval het cijfer verschuiven.</dd></dl>
        <details class="help"><summary>Waarom staat er geen percentage?</summary>
        <p>Bij minder dan 20 zegt een percentage meer dan de cijfers.</p></details></div></div>
        """);
}
