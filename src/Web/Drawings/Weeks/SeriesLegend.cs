namespace Twente.Igw.Web.Drawings;

/// <summary>Names only the marks that a series has.</summary>
internal static class SeriesLegend
{
    public static Html Of(WeekSeries series)
    {
        var years = series.Earlier.Count(year => year.Any(count => count.IsKnown));
        Html[] items =
        [
            Item(true, "line", "deze periode"),
            Item(series.Weeks.Any(w => w.Provisional), "soft", "* voorlopig, registraties komen nog binnen"),
            Item(years > 0, "earlier", "gemiddelde van eerdere jaren, zelfde weken"),
            Item(years > 1, "band", $"laagste tot hoogste van {years} eerdere jaren"),
            Item(series.Weeks.Any(w => w is { Amount: null, OnOtherBoundaries: false }), "gap", "geen levering"),
            Item(series.Weeks.Any(w => w.OnOtherBoundaries), "gap", "andere indeling, niet omgerekend"),
        ];
        var breaks = series.Breaks.Select(
            b => Html.Of($"<li>{Dutch.Capital(b.Label)} vanaf week {b.Week.Week}: {b.Text}</li>"));
        return Html.Of(
            $"""
            <ul class="legend legend-lines">{items}</ul>{(series.Breaks.Count == 0
                ? Html.Nothing
                : Html.Of($"""<ul class="figure-remarks">{breaks}</ul>"""))}
            """);
    }

    private static Html Item(bool isThere, string sample, string words) => isThere
        ? Html.Of($"""<li><span class="sample sample-{sample}"></span>{words}</li>""")
        : Html.Nothing;
}
