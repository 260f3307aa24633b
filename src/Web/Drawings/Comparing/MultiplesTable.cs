namespace Twente.Igw.Web.Drawings;

/// <summary>The periods of small multiples as rows, newest first, with a column for each gemeente.</summary>
internal static class MultiplesTable
{
    public static Html Of(FigureText text, SmallMultiples multiples) => Html.Of(
        $"""
        <table class="data-table"><caption class="visually-hidden">{text.Title}</caption>
        <thead><tr><th scope="col">{multiples.PeriodWord}</th>{multiples.Lines.Select(Head)}</tr></thead>
        <tbody>{Enumerable.Range(0, multiples.Periods.Count).Reverse().Select(at => Row(multiples, at))}</tbody></table>
        """);

    private static Html Head(SmallLine line) => Html.Of($"""<th scope="col" class="number">{line.Name}</th>""");

    private static Html Row(SmallMultiples multiples, int at)
    {
        var mark = multiples.Breaks.Any(b => b.At == at)
            ? Html.Of($""" <small class="break-mark">trendbreuk</small>""")
            : Html.Nothing;
        var values = multiples.Lines.Select(line => Html.Of($"""<td class="number">{line.Values[at]}</td>"""));
        return Html.Of($"""<tr><th scope="row">{multiples.Periods[at]}{mark}</th>{values}</tr>""");
    }
}
