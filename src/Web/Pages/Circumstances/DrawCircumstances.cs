using Microsoft.AspNetCore.Components;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>Draws counts beside key figures, as a scatter and as a table, with the texts that belong to it.</summary>
internal sealed class DrawCircumstances(CircumstancesView view)
{
    private const string NoCause =
        "Samenhang is geen oorzaak: dat twee cijfers samen hoog zijn, zegt niet dat het ene door het andere komt.";

    private PageFilters Filters => view.Chosen.Filters;

    private bool Rated => Filters.Measure == Measure.Per1000;

    private bool Ranked => Filters.Category.Origin == CategoryOrigin.Reported;

    private string AreaWord => LevelWords.Head(Filters.Level);

    public MarkupString Cloud()
    {
        var across = view.Columns[0];
        var points = Points(across);
        var text = Text("puntenwolk", CircumstanceWords.Finding(Filters, across, points)) with
        {
            Unit = $"{across.Title} ({across.Unit}, {across.Period}) en {UnitOfCounts}",
            CsvAddress = view.Chosen.Csv(view.Counts.Municipality, [view.Chosen.Across!]),
            Source = $"{view.Counts.Source}; {SourceOf(across)}",
            Remarks = [NoCause, .. CircumstanceWords.LeftOut(points, Plural), .. across.Remarks],
            Help = $"Elk punt is een {AreaWord.ToLower(Dutch.Culture)}. Hoe verder naar rechts, hoe hoger het "
                + "kengetal; hoe hoger het punt, hoe hoger het cijfer. De stippellijnen liggen in het midden: de "
                + "helft van de punten ligt erboven, de helft eronder. Kleine gebieden liggen door toeval vaker aan "
                + "de rand.",
        };
        return Scatter.Draw(text, new ScatterPlot
        {
            Points = points, AreaWord = AreaWord, Named = Ranked,
            AcrossWord = $"{across.Title} ({across.Unit})",
            UpWord = Rated ? $"{Filters.Category.Title} per 1.000 {view.Counts.Denominator}"
                : $"{Filters.Category.Title}, aantal",
        });
    }

    public MarkupString Table()
    {
        var columns = CircumstanceColumns.Of(view).ToList();
        var title = $"{Filters.Category.Title} en "
            + $"{Dutch.Plural(view.Columns.Count, "kengetal", "kengetallen")} per {AreaWord.ToLower(Dutch.Culture)}";
        var text = Text("tabel", title) with
        {
            Unit = UnitOfCounts,
            CsvAddress = view.Chosen.Csv(view.Counts.Municipality, view.Chosen.Columns),
            Source = string.Join("; ", view.Columns.Select(SourceOf).Prepend(view.Counts.Source).Distinct()),
            Remarks = [.. view.Columns.SelectMany(c => c.Remarks).Distinct()],
        };
        return BesideTable.Draw(
            text, AreaWord, [.. columns.Select(c => c.Head)],
            [.. CircumstanceColumns.InOrder(view, columns).Select(row => new BesideRow(
                row.Name, Filters.On($"/buurten/{row.Area}"),
                [.. columns.Select(c => c.TextOf(row.Area))]))]);
    }

    /// <summary>What the drawing says, in words beside it.</summary>
    public IEnumerable<(string Word, string Value)> Halves()
    {
        var points = Points(view.Columns[0]);
        if (Ranked && !Filters.InClasses && CircumstanceWords.MiddlesOf(points) is { } middles)
        {
            yield return ("Hoge helft", $"midden {CircumstanceWords.Number(middles.High, Filters)}");
            yield return ("Lage helft", $"midden {CircumstanceWords.Number(middles.Low, Filters)}");
        }
        var drawn = points.Count(p => p is { Across: not null, Up: not null });
        yield return ("In beeld", $"{Dutch.Count(drawn)} van {Dutch.Count(points.Count)} {Plural}");
        yield return ("Kengetal van", view.Columns[0].Period.ToString());
    }

    private string Plural => LevelWords.Plural(Filters.Level);

    private string UnitOfCounts => Rated
        ? $"geregistreerde {Title} {view.Counts.Unit}"
        : $"aantal geregistreerde {Title} in {Filters.Weeks} weken";

    private string Title => Filters.Category.Title.ToLower(Dutch.Culture);

    private List<ScatterPoint> Points(KeyFigureAnswer across)
    {
        var values = across.Rows.ToDictionary(r => r.Area);
        return
        [
            .. view.Counts.Rows.Select(row => new ScatterPoint
            {
                Area = row.Area, Name = row.Name, Address = Filters.On($"/buurten/{row.Area}"),
                Across = values.GetValueOrDefault(row.Area)?.Value,
                Up = row.Sign == "x" ? null : Rated ? row.Per1000 : row.Shown.Amount,
                AcrossText = CircumstanceWords.TextOf(across, values.GetValueOrDefault(row.Area)),
                UpText = CircumstanceWords.TextOf(row, Rated),
            }),
        ];
    }

    private FigureText Text(string id, string title) => new()
    {
        Id = id, Title = title, Unit = "", Period = WeekText.Of(Filters.Window), Source = "", CsvAddress = "",
        HeadingLevel = 2, Provisional = view.Counts.Provisional,
        Known = view.State.Fictitious ? $"fictieve gegevens {view.State.Known}" : view.State.Known,
    };

    private static string SourceOf(KeyFigureAnswer figure) => $"{figure.Source} {figure.Period}";
}
