using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>A column of the table on circumstances: its head, and of each area the number and its text.</summary>
internal sealed record CircumstanceColumn(
    string Key, BesideColumn Head, Func<AreaCode, double?> NumberOf, Func<AreaCode, string> TextOf);

/// <summary>The columns of the table on circumstances: counts first, then each chosen key figure.</summary>
internal static class CircumstanceColumns
{
    private const string Count = "aantal";
    private const string Rate = "per1000";

    public static IEnumerable<CircumstanceColumn> Of(CircumstancesView view)
    {
        var counts = view.Counts.Rows.ToDictionary(r => r.Area);
        var weeks = $"in {view.Chosen.Filters.Weeks} weken";
        yield return Column(
            view, Count, "Aantal", weeks, area => counts[area].Shown.Amount,
            area => CircumstanceWords.TextOf(counts[area], rated: false));
        if (view.Counts.Denominator is { } denominator)
            yield return Column(
                view, Rate, $"Per 1.000 {denominator}", weeks, area => Shown(counts[area])?.Per1000,
                area => CircumstanceWords.TextOf(counts[area], rated: true));
        foreach (var figure in view.Columns)
        {
            var values = figure.Rows.ToDictionary(r => r.Area);
            yield return Column(
                view, figure.Figure.Code, figure.Title, $"{figure.Unit}, {figure.Period}, {ShortSource(figure)}",
                area => values.GetValueOrDefault(area)?.Value,
                area => CircumstanceWords.TextOf(figure, values.GetValueOrDefault(area)));
        }
    }

    /// <summary>The areas, highest first in the column of the order; by name where that is no column.</summary>
    public static IEnumerable<FigureRow> InOrder(CircumstancesView view, IReadOnlyList<CircumstanceColumn> columns)
    {
        var by = columns.FirstOrDefault(c => c.Head.IsOrder);
        var byName = view.Counts.Rows.OrderBy(r => r.Name, StringComparer.Ordinal);
        return by is null ? byName : byName.OrderByDescending(r => by.NumberOf(r.Area) ?? double.MinValue);
    }

    private static CircumstanceColumn Column(
        CircumstancesView view, string key, string title, string note, Func<AreaCode, double?> number,
        Func<AreaCode, string> text)
    {
        var chosen = view.Chosen;
        // What control finds is never ranked; nor may an address ask for it.
        var ranked = key is not (Count or Rate) || chosen.Filters.Category.Origin == CategoryOrigin.Reported;
        var usual = chosen.Filters.Measure == Measure.Per1000 ? Rate : Count;
        return new CircumstanceColumn(key, new BesideColumn
        {
            Title = title, Note = note, Address = ranked ? chosen.Ordered(key) : null,
            IsOrder = ranked && key == (IsKnown(view, chosen.Order) ? chosen.Order : usual),
        }, number, text);
    }

    private static bool IsKnown(CircumstancesView view, string? order) =>
        order is Count || (order is Rate && view.Counts.Denominator is not null)
        || view.Columns.Any(c => c.Figure.Code == order);

    private static FigureRow? Shown(FigureRow row) => row.Sign == "x" ? null : row;

    /// <summary>Up to the first comma: <c>CBS</c>, <c>gemeente</c>.</summary>
    private static string ShortSource(KeyFigureAnswer figure) => figure.Source.Split(',')[0];
}
