using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>Ranked areas in a table, each with a bar and the interval of its value as a whisker.</summary>
internal static class Bar
{
    private const int Width = 120;

    public static MarkupString Draw(FigureText text, RankedBars bars) => FigureFrame.Around(text, new Framed
    {
        Kind = "bars", Drawing = FigureFrame.Scrolling(text, Table(text, bars)), Table = Html.Nothing,
        Legend = HasWhiskers(bars) ? Whisker : Html.Nothing,
    });

    /// <summary>One bar, for the cell of any table; the number stands beside it as text.</summary>
    /// <param name="area">The value, its interval and its class.</param>
    /// <param name="scale">The colours.</param>
    /// <param name="most">The value that fills the cell; a whisker that goes beyond has no end.</param>
    public static Html Cell(ShadedArea area, ClassScale scale, double most)
    {
        if (area.Amount is not { } amount || most <= 0)
            return Html.Nothing;
        var css = area.Class is { } @class ? scale.CssOf(@class) : "";
        var length = Math.Min(Width, Width * amount / most);
        return Html.Of(
            $"""
            <svg class="bar" aria-hidden="true" viewBox="0 0 {Width} 16">
            <rect class="{css}" width="{length}" height="9" rx="1"/>{Interval(area, most)}</svg>
            """);
    }

    /// <summary>Bars of one list share a length; whiskers of very small areas may run off it.</summary>
    public static double MostOf(IEnumerable<ShadedArea> areas) => 1.15 * areas.Max(a => a.Amount) ?? 0;

    private static Html Interval(ShadedArea area, double most)
    {
        if (area.Lower is not { } lower || area.Upper is not { } upper)
            return Html.Nothing;
        var (from, to) = (Width * lower / most, Math.Min(Width - 0.5, Width * upper / most));
        var end = upper <= most ? Html.Of($"M{to} 10.5v5") : Html.Nothing;
        return Html.Of($"""<path class="whisker" d="M{from} 13H{to}M{from} 10.5v5{end}"/>""");
    }

    private static Html Table(FigureText text, RankedBars bars)
    {
        var most = MostOf(bars.Areas);
        var compared = bars.ComparedWord is { } word ? Html.Of($"""<th scope="col">{word}</th>""") : Html.Nothing;
        var label = Extremes.Of(bars.Areas.Select(a => new Named(a.Name, a.Amount, a.Value)));
        return Html.Of(
            $"""
            <table class="data-table ranked" aria-label="{text.Title}. {label}">
            <thead><tr><th scope="col" class="number"><abbr title="Nummer op de kaart">Nr.</abbr></th>
            <th scope="col">{bars.AreaWord}</th><th scope="col" class="number">Aantal</th>
            <th scope="col" colspan="2" class="bars"{Sorted(bars)}>{bars.ValueWord}</th>{compared}</tr></thead>
            <tbody>{bars.Areas.Select(area => Row(area, bars, most))}</tbody></table>
            """);
    }

    private static Html Row(ShadedArea area, RankedBars bars, double most)
    {
        var compared = bars.ComparedWord is null ? Html.Nothing : Compared(area);
        return Html.Of(
            $"""
            <tr class="n{area.Number}"><td class="number rank">{area.Number}</td><th scope="row">{Name(area)}</th>
            <td class="number">{area.Count ?? area.Value}</td><td class="number amount">{area.Value}</td>
            <td class="bar-cell">{Cell(area, bars.Scale, most)}</td>{compared}</tr>
            """);
    }

    private static Html Name(ShadedArea area) => area.Address is null
        ? Html.Of($"{area.Name}")
        : Html.Of($"""<a href="{area.Address}">{area.Name}</a>""");

    private static Html Compared(ShadedArea area) => Html.Of(
        $"""
        <td class="verdict">{VerdictMark.Of(area.Verdict)}<span class="explanation">{area.Explanation}</span></td>
        """);

    /// <summary>The little arrow only where the list is ranked.</summary>
    private static Html Sorted(RankedBars bars) =>
        bars.Areas.Zip(bars.Areas.Skip(1)).All(pair => !(pair.First.Amount < pair.Second.Amount))
            ? Html.Of($""" aria-sort="descending" """)
            : Html.Nothing;

    private static bool HasWhiskers(RankedBars bars) => bars.Areas.Any(a => a.Lower is not null);

    private static Html Whisker => Html.Of(
        $"""
        <p class="legend legend-whisker"><svg class="bar" aria-hidden="true" viewBox="0 0 40 16">
        <path class="whisker" d="M4 8H36M4 5v6M36 5v6"/></svg>marge van 95 %: zo ver kan toeval het cijfer
        verschuiven</p>
        """);
}
