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
            series.Weeks.Max(w => w.Count) ?? 0, earlier.Select(e => e.High ?? 0).DefaultIfEmpty().Max());
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
            {SeriesAxes.Of(plot, series, step)}{Gaps(text.Id, plot, series)}{Behind(plot, earlier)}{Breaks(plot, series)}
            {Front(plot, series)}{Labels(plot, series)}{Hovers(plot, series)}</svg>
            """);
    }

    private static Html Behind(Plot plot, IReadOnlyList<EarlierYears> earlier)
    {
        var means = Runs.Of([.. earlier.Select(e => e.Mean)]).ToList();
        var bands = means.Where(run => run.Count > 1).Select(run => Band(plot, run.Select(p => p.At).ToList(), earlier));
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
        var firm = series.Weeks.Select(w => w.Provisional ? null : (double?)w.Count).ToList();
        // From the last firm week on, so that the dashes join the line.
        var soft = series.Weeks.Select((w, i) => w.Provisional || Next(series, i)?.Provisional == true ? (double?)w.Count : null);
        var dots = series.Weeks.Select((w, i) => w is { Provisional: true, Count: { } count }
            ? Html.Of($"""<circle class="provisional" cx="{plot.X(i)}" cy="{plot.Y(count)}" r="3.5"/>""")
            : Html.Nothing);
        return Html.Of(
            $"""
            {Runs.Of(firm).Select(run => Html.Of($"""<path class="line" d="{plot.Line(run)}"/>"""))}{
                Runs.Of([.. soft]).Where(run => run.Count > 1)
                    .Select(run => Html.Of($"""<path class="line soft" d="{plot.Line(run)}"/>"""))}{dots}
            """);
    }

    private static WeekCount? Next(WeekSeries series, int week) =>
        week + 1 < series.Weeks.Count ? series.Weeks[week + 1] : null;

    /// <summary>The highest week and the newest are named in the drawing itself.</summary>
    private static Html Labels(Plot plot, WeekSeries series)
    {
        var known = series.Weeks.Select((w, i) => (Week: w, At: i)).Where(w => w.Week.Count is not null).ToList();
        if (known.Count == 0)
            return Html.Nothing;
        var (highest, newest) = (known.MaxBy(w => w.Week.Count), known[^1]);
        var named = highest.At == newest.At ? [newest] : new[] { highest, newest };
        return Html.Join(named.Select(w => Html.Of(
            $"""
            <circle class="named" cx="{plot.X(w.At)}" cy="{plot.Y(w.Week.Count!.Value)}" r="4"/><text class="value" x="{
                plot.X(w.At)}" y="{plot.Y(w.Week.Count!.Value)}" dy="{(Falls(series, w.At) ? "1.3em" : "-0.7em")}" text-anchor="{
                Anchor(plot, w.At)}">{w.Week.Value}</text>
            """)));
    }

    /// <summary>Where the line comes down, the figure stands under it.</summary>
    private static bool Falls(WeekSeries series, int at) =>
        at > 0 && series.Weeks[at].Count < series.Weeks[at - 1].Count;

    private static string Anchor(Plot plot, int week) => (week / (double)plot.Weeks) switch
    {
        < 0.05 => "start",
        > 0.95 => "end",
        _ => "middle",
    };

    private static Html Gaps(string id, Plot plot, WeekSeries series) => Html.Join(series.Weeks.Select((w, i) =>
        w.Count is null
            ? Html.Of(
                $"""
                <rect class="gap" fill="url(#{id}-g)" x="{plot.X(i) - plot.WeekWidth / 2}" y="{plot.Top}" width="{
                    plot.WeekWidth}" height="{plot.Bottom - plot.Top}"/>
                """)
            : Html.Nothing));

    private static Html Breaks(Plot plot, WeekSeries series) => Html.Join(series.Breaks.Select(b =>
    {
        var at = b.Week.Index - series.Weeks[0].Week.Index;
        var x = plot.X(at) - plot.WeekWidth / 2;
        return at < 0 || at >= plot.Weeks
            ? Html.Nothing
            : Html.Of(
                $"""
                <g class="break"><path d="M{x} {plot.Top - 14}V{plot.Bottom}"/><text x="{x + (at > plot.Weeks / 2 ? -6 : 6)}" y="{
                    plot.Top - 6}" text-anchor="{(at > plot.Weeks / 2 ? "end" : "start")}">trendbreuk</text><title>{b.Text}</title></g>
                """);
    }));

    private static Html Hovers(Plot plot, WeekSeries series) => Html.Join(series.Weeks.Select((w, i) => Html.Of(
        $"""
        <rect class="hover" x="{plot.X(i) - plot.WeekWidth / 2}" y="{plot.Top}" width="{plot.WeekWidth}" height="{
            plot.Bottom - plot.Top}"><title>week {w.Week.Week}: {w.Value}</title></rect>
        """)));

    private static Html Gap(string id) => Html.Of(
        $"""
        <defs><pattern id="{id}-g" class="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="ink" d="M1 0v7"/></pattern></defs>
        """);
}
