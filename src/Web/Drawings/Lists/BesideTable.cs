using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>A column of a table with areas.</summary>
internal sealed record BesideColumn
{
    public required string Title { get; init; }

    /// <summary>Under the title: unit, year and source.</summary>
    public required string Note { get; init; }

    /// <summary>The page ordered by this column; null when it may not be ordered so.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the rows are in this order now, highest first.</summary>
    public bool IsOrder { get; init; }
}

/// <summary>A row with a value in each column, as people read it; with an address when it has a page.</summary>
internal sealed record BesideRow(string Name, string? Address, IReadOnlyList<string> Values)
{
    /// <summary>0 for a row by itself; more the deeper it hangs under the rows before it.</summary>
    public int Depth { get; init; }
}

/// <summary>Areas, or what else has a name, with values beside each other, a column for each.</summary>
internal static class BesideTable
{
    public static MarkupString Draw(
        FigureText text, string areaWord, IReadOnlyList<BesideColumn> columns, IReadOnlyList<BesideRow> rows,
        bool narrow = false) =>
        FigureFrame.Around(text, new Framed
        {
            Kind = "beside", Table = Html.Nothing,
            Drawing = FigureFrame.Scrolling(text, Html.Of(
                $"""
                <table class="data-table beside {(narrow ? "narrow" : "")}" aria-label="{text.Title}">
                <thead><tr><th scope="col">{areaWord}</th>{columns.Select(Head)}</tr></thead>
                <tbody>{rows.Select(Row)}</tbody></table>
                """)),
        });

    private static Html Head(BesideColumn column)
    {
        var sorted = column.IsOrder ? Html.Of($""" aria-sort="descending" """) : Html.Nothing;
        var title = column.Address is null
            ? Html.Of($"{column.Title}")
            : Html.Of($"""<a href="{column.Address}">{column.Title}</a>""");
        return Html.Of(
            $"""<th scope="col" class="number"{sorted}>{title}<span class="note">{column.Note}</span></th>""");
    }

    private static Html Row(BesideRow row) => Html.Of(
        $"""
        <tr class="depth{row.Depth}"><th scope="row">{Name(row)}</th>
        {row.Values.Select(v => Html.Of($"""<td class="number">{v}</td>"""))}</tr>
        """);

    private static Html Name(BesideRow row) => row.Address is null
        ? Html.Of($"{row.Name}")
        : Html.Of($"""<a href="{row.Address}">{row.Name}</a>""");
}
