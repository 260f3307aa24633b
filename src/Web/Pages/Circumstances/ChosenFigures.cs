using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// Which key figures a page shows beside counts, read from its address. Only figures that something is known of on
/// these boundaries are offered.
/// </summary>
internal sealed record ChosenFigures
{
    private const int ColumnsByDefault = 5;

    /// <summary>What an analist asks for first; of these the first that are known are shown.</summary>
    private static readonly string[] Preferred =
    [
        "aandeel-eenpersoonshuishoudens", "woz-waarde", "aandeel-laag-inkomen", "aandeel-huurwoningen",
        "bevolkingsdichtheid", "aandeel-15-24", "aandeel-65-plus", "huishoudensgrootte", "inwoners",
    ];

    public required PageFilters Filters { get; init; }

    /// <summary>The figure across in the scatter, first in the table; null while none is known.</summary>
    public required KeyFigure? Across { get; init; }

    /// <summary>The figures of the table, without <see cref="Across"/>, in the order of the list.</summary>
    public required IReadOnlyList<KeyFigure> Beside { get; init; }

    /// <summary>Everything that can be chosen.</summary>
    public required IReadOnlyList<KeyFigure> Offered { get; init; }

    /// <summary>The column by which the table is ordered: a figure's code, or a word; null for the default.</summary>
    public required string? Order { get; init; }

    /// <summary>All columns of the table, <see cref="Across"/> first.</summary>
    public IReadOnlyList<KeyFigure> Columns => Across is null ? Beside : [Across, .. Beside];

    public static ChosenFigures Read(
        IQueryCollection query, PageFilters filters, KeyFigures figures, int boundaryYear)
    {
        var offered = Known(figures, filters.Level, boundaryYear);
        var usual = Usual(offered);
        var across = offered.FirstOrDefault(f => f.Code.Code == query["kengetal"]) ?? usual.FirstOrDefault();
        var asked = query["toon"];
        var beside = asked.Count > 0
            ? offered.Where(f => asked.Contains(f.Code.Code))
            : usual.Where(f => f != across).Take(ColumnsByDefault - 1);
        return new ChosenFigures
        {
            Filters = filters, Across = across, Beside = [.. beside.Where(f => f != across)], Offered = offered,
            Order = query["volgorde"],
        };
    }

    /// <summary>The figures that say most of an area at a glance, as far as they are known.</summary>
    public static IReadOnlyList<KeyFigure> AtAGlance(KeyFigures figures, AreaLevel level, int boundaryYear) =>
        [.. Usual(Known(figures, level, boundaryYear)).Where(f => f.Code.Code != "inwoners").Take(6)];

    /// <summary>The address of the page with the table in another order.</summary>
    public string Ordered(string order)
    {
        var query = new QueryBuilder(FigurePairs) { { "volgorde", order } };
        return Filters.On("/omstandigheden") + "&" + query.ToQueryString().Value![1..];
    }

    /// <summary>The address of the same figures as CSV.</summary>
    public string Csv(AreaCode area, IEnumerable<KeyFigure> columns)
    {
        var query = new QueryBuilder(
            columns.Select(f => new KeyValuePair<string, StringValues>("kengetal", f.Code.Code))
                .Select(p => new KeyValuePair<string, string>(p.Key, p.Value!)));
        return Filters.Csv("omstandigheden", area, Filters.Window) + "&" + query.ToQueryString().Value![1..];
    }

    /// <summary>What of this choice stands in an address, beside the filters.</summary>
    public IEnumerable<KeyValuePair<string, string>> FigurePairs =>
        Beside.Select(f => new KeyValuePair<string, string>("toon", f.Code.Code))
            .Concat(Across is null ? [] : [new("kengetal", Across.Code.Code)]);

    private static KeyFigure[] Known(KeyFigures figures, AreaLevel level, int boundaryYear) =>
        [.. figures.List.All.Where(f => figures.NewestOf(f, level, boundaryYear) is not null)];

    private static IEnumerable<KeyFigure> Usual(IReadOnlyList<KeyFigure> offered) =>
        Preferred.Select(code => offered.FirstOrDefault(f => f.Code.Code == code)).OfType<KeyFigure>()
            .Concat(offered).Distinct();
}
