namespace Twente.Igw.Web.Drawings;

/// <summary>Names only the marks that a series has.</summary>
internal static class SeriesLegend
{
    public static Html Of(WeekSeries series)
    {
        var years = series.Earlier.Count(year => year.Any(count => count is not null));
        Html[] items =
        [
            Item("line", "deze periode"),
            .. series.Weeks.Any(w => w.Provisional) ? [Item("soft", "* voorlopig, registraties komen nog binnen")] : Array.Empty<Html>(),
            .. years > 0 ? [Item("earlier", "gemiddelde van eerdere jaren, zelfde weken")] : Array.Empty<Html>(),
            .. years > 1 ? [Item("band", $"laagste tot hoogste van {years} eerdere jaren")] : Array.Empty<Html>(),
            .. series.Weeks.Any(w => w.Count is null) ? [Item("gap", "geen levering")] : Array.Empty<Html>(),
        ];
        var breaks = series.Breaks.Select(b => Html.Of($"<li>Trendbreuk vanaf week {b.Week.Week}: {b.Text}</li>"));
        return Html.Of(
            $"""
            <ul class="legend legend-lines">{items}</ul>{(series.Breaks.Count == 0
                ? Html.Nothing
                : Html.Of($"""<ul class="figure-remarks">{breaks}</ul>"""))}
            """);
    }

    private static Html Item(string sample, string words) => Html.Of(
        $"""<li><span class="sample sample-{sample}"></span>{words}</li>""");
}
