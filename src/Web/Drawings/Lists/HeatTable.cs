using Microsoft.AspNetCore.Components;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>Weekday by daypart as a coloured table: the figures are in the cells, colour only guides the eye.</summary>
internal static class HeatTable
{
    /// <summary>The same at any time and for any category: how often as many as with an even spread.</summary>
    public static readonly ClassScale Scale = new(
        "k", ["minder dan de helft", "iets minder", "gemiddeld", "iets meer", "minstens het dubbele"],
        [0.5, 0.8, 1.25, 2]);

    private const string Against = "Vergeleken met een gelijke spreiding over de week:";

    public static MarkupString Draw(FigureText text, WeekRhythm rhythm) => FigureFrame.Around(text, new Framed
    {
        Kind = "heat", Drawing = FigureFrame.Scrolling(text, Table(text, rhythm)), Table = Html.Nothing,
        Legend = rhythm.Evenness(0) is null ? TooLittle : Legend.Of(Scale, Against),
    });

    private static Html Table(FigureText text, WeekRhythm rhythm)
    {
        var parts = WeekRhythm.Dayparts.Select(p => Html.Of(
            $"""<th scope="col">{p.Word}<span class="hours">{p.Hours} uur</span></th>"""));
        var unknown = rhythm.HasUnknownDaypart ? Html.Of($"""<th scope="col">onbekend</th>""") : Html.Nothing;
        var sums = rhythm.InClasses ? Html.Nothing : Html.Of($"""<th scope="col" class="total">totaal</th>""");
        var days = Enumerable.Range(1, 7).Concat(rhythm.HasUnknownDay ? [0] : []);
        return Html.Of(
            $"""
            <table class="heat" aria-label="{text.Title}. {Describe(rhythm)}">
            <thead><tr><td></td>{parts}{unknown}{sums}</tr></thead>
            <tbody>{days.Select(day => Day(rhythm, day))}</tbody>{(rhythm.InClasses ? Html.Nothing : Sums(rhythm))}</table>
            """);
    }

    private static Html Sums(WeekRhythm rhythm) => Html.Of(
        $"""
        <tfoot><tr><th scope="row">totaal</th>{Parts(rhythm).Select(p => Total(rhythm.OfDaypart(p)))}
        {Total(rhythm.Total)}</tr></tfoot>
        """);

    private static Html Day(WeekRhythm rhythm, int day) => Html.Of(
        $"""
        <tr><th scope="row">{WeekRhythm.Days[day]}</th>{Parts(rhythm).Select(part => Cell(rhythm, day, part))}
        {(rhythm.InClasses ? Html.Nothing : Total(rhythm.OfDay(day)))}</tr>
        """);

    private static Html Cell(WeekRhythm rhythm, int day, Daypart part)
    {
        var count = rhythm.Of(day, part);
        if (!count.IsKnown)
            return Html.Of($"""<td class="hatched">.</td>""");
        var coloured = day > 0 && part != Daypart.Unknown ? rhythm.Evenness(count) : null;
        return coloured is { } evenness
            ? Html.Of($"""<td class="{Scale.CssOf(Scale.ClassOf(evenness))}">{CountText.Of(count)}</td>""")
            : Html.Of($"""<td>{CountText.Of(count)}</td>""");
    }

    private static Html Total(int count) => Html.Of($"""<td class="total">{Dutch.Count(count)}</td>""");

    private static IEnumerable<Daypart> Parts(WeekRhythm rhythm) =>
        WeekRhythm.Dayparts.Select(p => p.Daypart).Concat(rhythm.HasUnknownDaypart ? [Daypart.Unknown] : []);

    private static string Describe(WeekRhythm rhythm) => Extremes.Of(
        from day in Enumerable.Range(1, 7)
        from part in WeekRhythm.Dayparts
        let count = rhythm.Of(day, part.Daypart)
        select new Named($"{WeekRhythm.Days[day]} {part.Word}", count.Amount, CountText.Of(count)));

    private static Html TooLittle => Html.Of(
        $"""<p class="legend">Te weinig om te kleuren: verschillen tussen vakken kunnen toeval zijn.</p>""");
}
