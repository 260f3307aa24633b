using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>A small line chart for each gemeente, all with one scale, so that heights compare between charts.</summary>
internal static class Multiples
{
    private const int Width = 220;
    private const int Height = 96;

    public static MarkupString Draw(FigureText text, SmallMultiples multiples) => FigureFrame.Around(text, new Framed
    {
        Kind = "multiples", Drawing = Drawing(text, multiples), Legend = Legend(multiples),
        Table = MultiplesTable.Of(text, multiples),
    });

    private static Html Drawing(FigureText text, SmallMultiples multiples)
    {
        var highest = multiples.Lines.SelectMany(l => l.Amounts).Max() ?? 0;
        var axis = AxisScale.Around([highest], fromZero: true);
        var plot = new Plot
        {
            Left = 34, Top = 8, Right = Width - 4, Bottom = Height - 20, Weeks = multiples.Periods.Count,
            Most = axis.High,
        };
        return Html.Of(
            $"""
            <ul class="multiples">{multiples.Lines.Select((line, i) => Item(text.Id, multiples, line, (plot, axis), i == 0))}</ul>
            """);
    }

    private static Html Item(
        string id, SmallMultiples multiples, SmallLine line, (Plot Plot, AxisScale Axis) paper, bool first) => Html.Of(
        $"""
        <li{(line.IsOwn ? Html.Of($""" class="own" """) : Html.Nothing)}><p>{RowName.Of(line.Name, line.Address, line.IsOwn)}</p>
        <svg class="multiple" role="img" aria-label="{Label(multiples, line)}" viewBox="0 0 {Width} {Height}">
        {(first ? Series.Gap(id) : Html.Nothing)}{Axes(multiples, paper.Plot, paper.Axis)}
        {Gaps(id, paper.Plot, line)}{Breaks(multiples, paper.Plot)}{Lines(paper.Plot, line)}</svg></li>
        """);

    private static string Label(SmallMultiples multiples, SmallLine line)
    {
        var named = line.Amounts.Select((amount, i) => new Named(multiples.Periods[i], amount, line.Values[i]));
        var gaps = line.Amounts.Count(amount => amount is null);
        var missing = gaps == 0 ? "" : $" Niet gepubliceerd: {Dutch.Count(gaps)} van {line.Amounts.Count}.";
        return $"{line.Name}. {Extremes.Of(named)}{missing}";
    }

    private static Html Axes(SmallMultiples multiples, Plot plot, AxisScale axis) => Html.Of(
        $"""
        <g class="axes"><path class="grid" d="M{plot.Left} {plot.Top}H{plot.Right}"/>
        <path class="zero" d="M{plot.Left} {plot.Bottom}H{plot.Right}"/>
        <text x="{plot.Left - 5}" y="{plot.Top + 4}" text-anchor="end">{axis.Text(axis.High)}</text>
        <text x="{plot.Left - 5}" y="{plot.Bottom + 4}" text-anchor="end">0</text>
        <text x="{plot.Left}" y="{Height - 5}">{multiples.Periods[0]}</text>
        <text x="{plot.Right}" y="{Height - 5}" text-anchor="end">{multiples.Periods[^1]}</text></g>
        """);

    private static Html Gaps(string id, Plot plot, SmallLine line) => Html.Join(
        from at in Enumerable.Range(0, plot.Weeks)
        where line.Amounts[at] is null
        select Html.Of($"""<rect class="gap" fill="url(#{id}-g)" {plot.Column(at)}/>"""));

    private static Html Breaks(SmallMultiples multiples, Plot plot) => Html.Join(
        from mark in multiples.Breaks
        let x = plot.X(mark.At) - plot.WeekWidth / 2
        select Html.Of($"""<g class="break"><path d="M{x} {plot.Top}V{plot.Bottom}"/><title>{mark.Text}</title></g>"""));

    private static Html Lines(Plot plot, SmallLine line) => Html.Join(
        from run in Runs.Of(line.Amounts)
        select Html.Of($"""<path class="line" d="{plot.Line(run)}"/>"""));

    private static Html Legend(SmallMultiples multiples)
    {
        var gaps = multiples.Lines.Any(l => l.Amounts.Contains(null))
            ? Html.Of($"""<li><span class="sample sample-gap"></span>niet gepubliceerd</li>""")
            : Html.Nothing;
        var breaks = multiples.Breaks.Select(b => Html.Of(
            $"""<li><span class="sample sample-break"></span>trendbreuk vanaf {multiples.Periods[b.At]}: {b.Text}</li>"""));
        return Html.Of(
            $"""
            <ul class="legend legend-lines"><li><span class="sample sample-line"></span>een gemeente; alle grafieken hebben dezelfde schaal</li>
            {gaps}{breaks}</ul>
            """);
    }
}
