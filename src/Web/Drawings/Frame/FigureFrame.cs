using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a kind of drawing puts into its frame.</summary>
internal sealed record Framed
{
    /// <summary>The stylesheet's name of the kind: map, series, bars, heat or spark.</summary>
    public required string Kind { get; init; }

    public required Html Drawing { get; init; }

    /// <summary>The same figures as a table; nothing only when the drawing is itself a table.</summary>
    public required Html Table { get; init; }

    public Html Legend { get; init; }

    /// <summary>Small, in a tile: everything but the title is folded away with the table.</summary>
    public bool Compact { get; init; }
}

/// <summary>The frame of every drawing: finding, unit, period, source, table and CSV.</summary>
internal static class FigureFrame
{
    public static MarkupString Around(FigureText text, Framed framed) => Html.Of(
        $"""
        <figure class="figure figure-{framed.Kind}" id="{text.Id}" aria-labelledby="{text.Id}-title">
        {(framed.Compact ? Small(text, framed) : Full(text, framed))}
        </figure>
        """).ToMarkup();

    /// <summary>A table of figures that scrolls by itself when the screen is narrow, by keyboard too.</summary>
    public static Html Scrolling(FigureText text, Html table) => Html.Of(
        $"""<div class="scroll" tabindex="0" role="region" aria-labelledby="{text.Id}-title">{table}</div>""");

    private static Html Full(FigureText text, Framed framed) => Html.Of(
        $"""
        <figcaption class="figure-caption">{Title(text)}
        <p class="figure-unit">{text.Unit}</p>
        <p class="figure-period">{text.Period}</p>{Help(text)}</figcaption>
        <div class="figure-drawing">{framed.Drawing}</div>
        {framed.Legend}{Remarks(text)}
        <div class="figure-foot">
        {(framed.Table.IsEmpty ? Html.Nothing : Folded(text, framed.Table))}
        {Csv(text)}
        <p class="figure-source">{SourceLine(text)}</p>
        </div>
        """);

    private static Html Small(FigureText text, Framed framed) => Html.Of(
        $"""
        <figcaption class="figure-caption">{Title(text)}</figcaption>
        <div class="figure-drawing">{framed.Drawing}</div>
        <details class="figure-table"><summary>Toon als tabel</summary>
        <p class="figure-unit">{text.Unit}</p>
        <p class="figure-period">{text.Period}</p>
        {framed.Legend}{Remarks(text)}{Scrolling(text, framed.Table)}
        <p class="figure-source">{SourceLine(text)}</p>
        {Csv(text)}</details>
        """);

    private static Html Title(FigureText text) => text.HeadingLevel switch
    {
        2 => Html.Of($"""<h2 class="figure-title" id="{text.Id}-title">{text.Title}</h2>"""),
        3 => Html.Of($"""<h3 class="figure-title" id="{text.Id}-title">{text.Title}</h3>"""),
        _ => Html.Of($"""<h4 class="figure-title" id="{text.Id}-title">{text.Title}</h4>"""),
    };

    private static Html Help(FigureText text) => text.Help is null
        ? Html.Nothing
        : Html.Of($"""<details class="help"><summary>Hoe lees ik dit?</summary><p>{text.Help}</p></details>""");

    private static Html Remarks(FigureText text) => text.Remarks.Count == 0
        ? Html.Nothing
        : Html.Of($"""<ul class="figure-remarks">{text.Remarks.Select(r => Html.Of($"<li>{r}</li>"))}</ul>""");

    private static Html Folded(FigureText text, Html table) => Html.Of(
        $"""<details class="figure-table"><summary>Toon als tabel</summary>{Scrolling(text, table)}</details>""");

    private static Html Csv(FigureText text) => Html.Of(
        $"""
        <a class="figure-csv" href="{text.CsvAddress}" download>CSV
        <span class="visually-hidden">: {text.Title}</span></a>
        """);

    private static string SourceLine(FigureText text)
    {
        string?[] parts = [$"Bron: {text.Source}", text.Known, text.Provisional ? "* voorlopig" : null];
        return string.Join(" · ", parts.Where(p => p is not null));
    }
}
