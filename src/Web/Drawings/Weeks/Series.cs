using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>Counts per week as a line, with what earlier years were in the same weeks behind it.</summary>
internal static class Series
{
    private const int Width = 800;
    private const int Height = 360;

    public static MarkupString Draw(FigureText text, WeekSeries series) => FigureFrame.Around(text, new Framed
    {
        Kind = "series", Drawing = Drawing(text, series), Legend = SeriesLegend.Of(series),
        Table = SeriesTable.Of(text, series),
    });

    private static Html Drawing(FigureText text, WeekSeries series)
    {
        var earlier = EarlierYears.Of(series);
        var highest = Math.Max(
            series.Weeks.Max(w => w.Amount) ?? 0, earlier.Select(e => e.High ?? 0).DefaultIfEmpty().Max());
        var step = Plot.StepFor(highest);
        var plot = new Plot
        {
            Left = 40, Top = 34, Right = Width - 8, Bottom = Height - 42, Weeks = series.Weeks.Count,
            Most = Math.Max(step, Math.Ceiling(highest / step) * step),
        };
        var label = $"Lijn van {Dutch.Plural(series.Weeks.Count, "week", "weken")}. "
            + Extremes.Of(series.Weeks.Select(w => w.Named));
        return Html.Of(
            $"""
            <svg class="series" role="img" aria-label="{label}" viewBox="0 0 {Width} {Height}">{Gap(text.Id)}
            {SeriesAxes.Of(plot, series, step)}{Gaps(text.Id, plot, series)}{Behind(plot, earlier)}
            {SeriesMarks.Breaks(plot, series)}
            {Front(plot, series)}{SeriesMarks.Labels(plot, series)}{Hovers(plot, series)}</svg>
            """);
    }

    private static Html Behind(Plot plot, IReadOnlyList<EarlierYears> earlier)
    {
        var means = Runs.Of([.. earlier.Select(e => e.Mean)]).ToList();
        var bands = means.Where(run => run.Count > 1).Select(run => Band(plot, [.. run.Select(p => p.At)], earlier));
        return Html.Of($"{bands}{means.Select(run => Html.Of($"""<path class="earlier" d="{plot.Line(run)}"/>"""))}");
    }

    private static Html Band(Plot plot, List<int> weeks, IReadOnlyList<EarlierYears> earlier)
    {
        var over = plot.Line([.. weeks.Select(w => (w, earlier[w].High!.Value))]);
        var back = weeks.AsEnumerable().Reverse().Select(w => Html.Of($"L{plot.X(w)} {plot.Y(earlier[w].Low!.Value)}"));
        return Html.Of($"""<path class="earlier-band" d="{over}{back}z"/>""");
    }

    /// <summary>Firm weeks drawn through, provisional ones dashed; a week that is not there leaves a gap.</summary>
    private static Html Front(Plot plot, WeekSeries series)
    {
        var firm = series.Weeks.Select(w => w.Provisional ? null : w.Amount).ToList();
        var soft = series.Weeks.Select((w, i) => IsSoft(series.Weeks, i) ? w.Amount : null);
        var dashes = Runs.Of([.. soft]).Where(run => run.Count > 1);
        var dots = series.Weeks.Select((w, i) => w is { Provisional: true, Amount: { } count }
            ? Html.Of($"""<circle class="provisional" cx="{plot.X(i)}" cy="{plot.Y(count)}" r="3.5"/>""")
            : Html.Nothing);
        return Html.Of(
            $"""
            {Runs.Of(firm).Select(run => Html.Of($"""<path class="line" d="{plot.Line(run)}"/>"""))}
            {dashes.Select(run => Html.Of($"""<path class="line soft" d="{plot.Line(run)}"/>"""))}{dots}
            """);
    }

    /// <summary>From the last firm week on, so that the dashes join the line.</summary>
    private static bool IsSoft(IReadOnlyList<WeekCount> weeks, int at) =>
        weeks[at].Provisional || (at + 1 < weeks.Count && weeks[at + 1].Provisional);

    private static Html Gaps(string id, Plot plot, WeekSeries series) => Html.Join(
        from at in Enumerable.Range(0, plot.Weeks)
        where series.Weeks[at].Amount is null
        select Html.Of($"""<rect class="gap" fill="url(#{id}-g)" {plot.Column(at)}/>"""));

    private static Html Hovers(Plot plot, WeekSeries series) => Html.Join(series.Weeks.Select((w, i) => Html.Of(
        $"""<rect class="hover" {plot.Column(i)}><title>week {w.Week.Week}: {w.Value}</title></rect>""")));

    /// <summary>The hatching of what is missing.</summary>
    public static Html Gap(string id) => Html.Of(
        $"""
        <defs><pattern id="{id}-g" class="hatch" width="7" height="7" patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"><path class="ink" d="M1 0v7"/></pattern></defs>
        """);
}
