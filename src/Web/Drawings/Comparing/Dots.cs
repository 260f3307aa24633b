using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>
/// A row for each gemeente with its value as a dot and its interval as a line, all on one scale. The order is the
/// caller's and there is no colour for high or low: it is no ranking.
/// </summary>
internal static class Dots
{
    private const int Width = 240;
    private const int Height = 20;
    private const int Edge = 8;

    public static MarkupString Draw(FigureText text, DotList list) => FigureFrame.Around(text, new Framed
    {
        Kind = "dots", Drawing = FigureFrame.Scrolling(text, Table(text, list)), Table = Html.Nothing,
        Legend = Legend(list),
    });

    private static Html Table(FigureText text, DotList list)
    {
        var scale = ScaleOf(list);
        var label = Extremes.Of(list.Rows.Select(r => new Named(r.Name, r.Value, r.Text)));
        return Html.Of(
            $"""
            <table class="data-table dot-list" aria-label="{text.Title}. {label}">
            <thead><tr><th scope="col">{list.AreaWord}</th><th scope="col" class="dot-cell">{list.ValueWord}{Axis(scale)}</th>
            <th scope="col" class="number">Cijfer</th><th scope="col" class="number">Marge van 95 %</th></tr></thead>
            <tbody>{list.Rows.Select(row => Row(row, list, scale))}</tbody></table>
            """);
    }

    /// <summary>Around the dots and twice the way to the furthest: an interval beyond that has no end.</summary>
    private static AxisScale ScaleOf(DotList list)
    {
        var values = list.Rows.Select(r => r.Value).Append(list.Comparator).OfType<double>().DefaultIfEmpty(1).ToList();
        var upper = list.Rows.Where(r => r.Value is not null).Max(r => r.Upper) ?? 0;
        return AxisScale.Around([.. values, Math.Min(upper, 2 * values.Max())], fromZero: true);
    }

    private static double X(AxisScale scale, double value) => scale.Place(value, Edge, Width - Edge);

    private static Html Axis(AxisScale scale) => Html.Of(
        $"""
        <svg class="dot-axis" aria-hidden="true" viewBox="0 0 {Width} {Height}">
        {scale.Ticks.Select((tick, i) => Tick(scale, tick, i))}</svg>
        """);

    private static Html Tick(AxisScale scale, double tick, int at) => Html.Of(
        $"""
        <g class="tick{(at % 2 == 1 ? " second" : "")}"><path d="M{X(scale, tick)} {Height}v-4"/>
        <text x="{X(scale, tick)}" y="{Height - 6}" text-anchor="middle">{scale.Text(tick)}</text></g>
        """);

    private static Html Row(DotRow row, DotList list, AxisScale scale) => Html.Of(
        $"""
        <tr{(row.IsOwn ? Html.Of($""" class="own" """) : Html.Nothing)}><th scope="row">{RowName.Of(row.Name, row.Address, row.IsOwn)}</th>
        <td class="dot-cell">{Cell(row, list, scale)}</td><td class="number amount">{row.Text}</td>
        <td class="number">{row.IntervalText}</td></tr>
        """);

    private static Html Cell(DotRow row, DotList list, AxisScale scale) => Html.Of(
        $"""
        <svg class="dot-line" aria-hidden="true" viewBox="0 0 {Width} {Height}">
        {(list.Comparator is { } common ? Html.Of($"""<path class="comparator" d="M{X(scale, common)} 0V{Height}"/>""") : Html.Nothing)}
        {Interval(row, scale)}{Dot(row, scale)}</svg>
        """);

    private static Html Interval(DotRow row, AxisScale scale)
    {
        if (row is not { Value: not null, Lower: { } lower, Upper: { } upper })
            return Html.Nothing;
        var (from, to) = (X(scale, Math.Max(scale.Low, lower)), X(scale, Math.Min(scale.High, upper)));
        var end = upper <= scale.High ? Html.Of($"M{to} 6v8") : Html.Nothing;
        return Html.Of($"""<path class="whisker" d="M{from} 10H{to}M{from} 6v8{end}"/>""");
    }

    private static Html Dot(DotRow row, AxisScale scale) => row.Value is { } value
        ? Html.Of($"""<circle class="dot" cx="{X(scale, value)}" cy="10" r="4.5"/>""")
        : Html.Nothing;

    private static Html Legend(DotList list) => Html.Of(
        $"""
        <ul class="legend legend-lines"><li><span class="sample sample-dot"></span>het cijfer</li>
        <li><span class="sample sample-whisker"></span>marge van 95 %: zo ver kan toeval het cijfer verschuiven</li>
        {(list.ComparatorWord is { } word ? Html.Of($"""<li><span class="sample sample-comparator"></span>{word}</li>""") : Html.Nothing)}</ul>
        """);
}
