using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>A small line of a year of weeks, in a tile.</summary>
internal static class Sparkline
{
    private const int Width = 240;
    private const int Height = 48;

    public static MarkupString Draw(FigureText text, IReadOnlyList<WeekCount> weeks) =>
        FigureFrame.Around(text, new Framed
        {
            Kind = "spark", Compact = true, Drawing = Drawing(text, weeks),
            Table = SeriesTable.Of(text, new WeekSeries { Weeks = weeks }),
        });

    private static Html Drawing(FigureText text, IReadOnlyList<WeekCount> weeks)
    {
        var plot = new Plot
        {
            Left = 0, Top = 5, Right = Width - 3, Bottom = Height - 4, Weeks = weeks.Count,
            Most = Math.Max(1, weeks.Max(w => w.Amount) ?? 1),
        };
        var runs = Runs.Of([.. weeks.Select(w => w.Amount)]).ToList();
        var label = $"{text.Title}. {Extremes.Of(weeks.Select(w => w.Named))}";
        var lines = runs.Select(run => Html.Of($"""<path class="line" d="{plot.Line(run)}"/>"""));
        return Html.Of(
            $"""
            <svg class="spark" role="img" aria-label="{label}" viewBox="0 0 {Width} {Height}">
            <path class="zero" d="M0 {plot.Bottom}H{Width}"/>{lines}
            {(runs.Count == 0 ? Html.Nothing : Newest(plot, runs[^1][^1]))}</svg>
            """);
    }

    private static Html Newest(Plot plot, (int At, double Value) newest) =>
        Html.Of($"""<circle class="named" cx="{plot.X(newest.At)}" cy="{plot.Y(newest.Value)}" r="3.5"/>""");
}
