using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>
/// A dot for each area, with one figure across and one up, and a dashed line at the middle of each. No line is drawn
/// through the dots: it would look like a cause.
/// </summary>
internal static class Scatter
{
    private const int Width = 800;
    private const int Height = 500;

    public static MarkupString Draw(FigureText text, ScatterPlot plot)
    {
        var drawn = plot.Drawn;
        return FigureFrame.Around(text, new Framed
        {
            Kind = "scatter", Table = ScatterTable.Of(text, plot),
            Drawing = drawn.Count == 0 ? Nothing : Drawing(plot, drawn),
            Legend = drawn.Count == 0 ? Html.Nothing : Legend(plot, BeyondScale.Count(drawn) > 0),
        });
    }

    private static Html Drawing(ScatterPlot plot, IReadOnlyList<ScatterPoint> drawn)
    {
        var beyond = BeyondScale.Count(drawn);
        var paper = new ScatterPaper
        {
            Left = 62, Top = 44, Right = Width - 16, Bottom = Height - 64,
            Across = AxisScale.Around([.. drawn.Select(p => p.Across!.Value)], fromZero: false),
            Up = AxisScale.Around([.. drawn.SkipLast(beyond).Select(p => p.Up!.Value)], fromZero: true),
        };
        return Html.Of(
            $"""
            <svg class="scatter" role="img" aria-label="{Label(plot, drawn)}" viewBox="0 0 {Width} {Height}">
            {Axes(paper, plot.UpWord, plot.AcrossWord)}{Middles(paper, drawn)}
            <g class="dots">{drawn.SkipLast(beyond).Select(p => Dot(paper, p))}
            {drawn.TakeLast(beyond).Select(p => Arrow(paper, p))}</g>
            {(plot.Named ? ScatterNames.Of(paper, drawn, beyond) : Html.Nothing)}</svg>
            """);
    }

    /// <summary>Round steps up and across, with a word at each axis; also of a funnel.</summary>
    public static Html Axes(ScatterPaper paper, string upWord, string acrossWord) => Html.Of(
        $"""
        <g class="axes">{paper.Up.Ticks.Select(t => Row(paper, t))}{paper.Across.Ticks.Select((t, i) => Column(paper, t, i))}
        <path class="zero" d="M{paper.Left} {paper.Bottom}H{paper.Right}"/>
        <text class="axis-word" x="{paper.Left}" y="{paper.Top - 26}">↑ {upWord}</text>
        <text class="axis-word" x="{paper.Right}" y="{paper.Bottom}" dy="3.1em" text-anchor="end">{acrossWord} →</text></g>
        """);

    private static Html Row(ScatterPaper paper, double tick) => Html.Of(
        $"""
        <path class="grid" d="M{paper.Left} {paper.Y(tick)}H{paper.Right}"/>
        <text x="{paper.Left - 8}" y="{paper.Y(tick)}" dy="0.35em" text-anchor="end">{paper.Up.Text(tick)}</text>
        """);

    private static Html Column(ScatterPaper paper, double tick, int at) => Html.Of(
        $"""
        <g class="tick{(at % 2 == 1 ? " second" : "")}"><path d="M{paper.X(tick)} {paper.Bottom}v6"/>
        <text x="{paper.X(tick)}" y="{paper.Bottom}" dy="1.6em" text-anchor="middle">{paper.Across.Text(tick)}</text></g>
        """);

    private static Html Middles(ScatterPaper paper, IReadOnlyList<ScatterPoint> drawn)
    {
        var (across, up) = (Middle.Of(drawn.Select(p => p.Across!.Value)), Middle.Of(drawn.Select(p => p.Up!.Value)));
        return Html.Of(
            $"""
            <path class="middle" d="M{paper.X(across)} {paper.Top}V{paper.Bottom}"/>
            <path class="middle" d="M{paper.Left} {paper.Y(up)}H{paper.Right}"/>
            """);
    }

    private static Html Dot(ScatterPaper paper, ScatterPoint point) => Html.Of(
        $"""
        <circle class="dot" cx="{paper.X(point.Across!.Value)}" cy="{paper.Y(point.Up!.Value)}" r="6">{Hover(point)}</circle>
        """);

    private static Html Arrow(ScatterPaper paper, ScatterPoint point) => Html.Of(
        $"""
        <path class="dot beyond" d="M{paper.X(point.Across!.Value)} {paper.Top - 10}l8 14h-16z">{Hover(point)}</path>
        """);

    private static Html Hover(ScatterPoint point) =>
        Html.Of($"<title>{point.Name}: {point.AcrossText} en {point.UpText}</title>");

    private static string Label(ScatterPlot plot, IReadOnlyList<ScatterPoint> drawn)
    {
        var across = drawn.Select(p => new Named(p.Name, p.Across, p.AcrossText));
        var up = drawn.Select(p => new Named(p.Name, p.Up, p.UpText));
        var all = $"Puntenwolk van {Dutch.Count(drawn.Count)} punten, elk een {plot.AreaWord.ToLower(Dutch.Culture)}.";
        return plot.Named
            ? $"{all} {plot.AcrossWord}: {Extremes.Of(across)} {plot.UpWord}: {Extremes.Of(up)}"
            : all;
    }

    private static Html Nothing => Html.Of(
        $"""<p class="figure-empty">Er is geen gebied waarvan beide cijfers bekend zijn.</p>""");

    private static Html Legend(ScatterPlot plot, bool hasBeyond) => Html.Of(
        $"""
        <ul class="legend legend-lines"><li><span class="sample sample-dot"></span>een {plot.AreaWord.ToLower(Dutch.Culture)}</li>
        <li><span class="sample sample-middle"></span>het midden: de helft ligt erboven, de helft eronder</li>
        {(hasBeyond ? Beyond : Html.Nothing)}</ul>
        """);

    private static Html Beyond => Html.Of(
        $"""
        <li><svg class="sample-beyond" aria-hidden="true" viewBox="0 0 16 14"><path class="dot beyond" d="M8 0l8 14H0z"/></svg>
        valt boven de schaal; het cijfer staat erbij of in de tabel</li>
        """);
}
