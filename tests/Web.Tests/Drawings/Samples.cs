using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

/// <summary>One of each drawing, on areas and figures that are invented.</summary>
internal static class Samples
{
    public static readonly IsoWeek FirstWeek = IsoWeek.Parse("2025-W01");

    public static readonly FigureText Text = new()
    {
        Id = "figuur", Title = "Vooral in City", Unit = "geregistreerde misdrijven in 4 weken",
        Period = "week 43 t/m 46 (19 oktober t/m 15 november 2026)", Source = "politie, weeklevering",
        CsvAddress = "/cijfers.csv?weken=4&categorie=vermogen", Known = "t/m week 46, ontvangen 16-11-2026",
    };

    public static readonly ClassScale Scale = ClassBreaks.For(Measure.Count, CategoryCode.Parse("vermogen"), 4);

    /// <summary>The name of each kind of drawing.</summary>
    public static TheoryData<string> Kinds => ["map", "series", "bars", "heat", "spark"];

    public static MarkupString Draw(string kind) => kind switch
    {
        "map" => Choropleth.Draw(Text, Map(Areas(4))),
        "series" => Series.Draw(Text, Weeks(3, null, 5)),
        "bars" => Bar.Draw(Text, Bars(Areas(4))),
        "heat" => HeatTable.Draw(Text, Rhythm()),
        _ => Sparkline.Draw(Text, Weeks(3, null, 5).Weeks),
    };

    public static IElement Parse(MarkupString drawing) =>
        new HtmlParser().ParseDocument(drawing.Value).QuerySelector("figure")!;

    /// <summary>Areas 1, 2, … with 30, 29, … incidents; the first is called City.</summary>
    public static IReadOnlyList<ShadedArea> Areas(int count) =>
    [
        .. Enumerable.Range(1, count).Select(n => new ShadedArea
        {
            Number = n, Area = CodeOf(n), Name = n == 1 ? "City" : $"Buurt {n}", Amount = 31 - n, Lower = 29 - n,
            Upper = 34 - n, Value = $"{31 - n}", Class = Scale.ClassOf(31 - n), Address = $"/buurten/{CodeOf(n)}",
        }),
    ];

    public static AreaCode CodeOf(int number) => AreaCode.Parse($"BU0153{number / 10:00}{number % 10:00}");

    /// <summary>A row of squares of a kilometre.</summary>
    public static ChoroplethMap Map(IReadOnlyList<ShadedArea> areas)
    {
        var squares = areas.Select((a, i) => new AreaBoundary(a.Area, [Square(i, 1)])).ToList();
        return new ChoroplethMap
        {
            Areas = areas, Scale = Scale,
            Boundaries = new MunicipalityBoundaries
            {
                Municipality = AreaCode.Parse("GM0153"), BoundaryYear = 2021,
                Extent = new Extent(0, 0, 1000 * areas.Count, 1000),
                Neighbourhoods = squares, Districts = [new(AreaCode.Parse("WK015300"), [Square(0, areas.Count)])],
                Outline = new(AreaCode.Parse("GM0153"), [Square(0, areas.Count)]),
            },
        };
    }

    public static RankedBars Bars(IReadOnlyList<ShadedArea> areas) => new()
    {
        Areas = areas, Scale = Scale, AreaWord = "Buurt", ValueWord = "Aantal",
    };

    public static WeekSeries Weeks(params int?[] counts) => new()
    {
        Weeks = [.. counts.Select((count, i) => new WeekCount(FirstWeek.Plus(i), count))],
        Earlier = [Shown(counts), Shown(counts)],
    };

    public static IReadOnlyList<ShownCount> Shown(params int?[] counts) => [.. counts.Select(c => (ShownCount)c)];

    public static WeekRhythm Rhythm() => new(
        (from day in Enumerable.Range(1, 7)
         from part in WeekRhythm.Dayparts
         select ((day, part.Daypart), Count: (int?)(day == 6 && part.Daypart == Daypart.Night ? 40 : 4)))
        .ToDictionary(c => c.Item1, c => (ShownCount)c.Count));

    private static (double X, double Y)[] Square(int at, int wide) =>
        [(1000 * at, 0), (1000 * (at + wide), 0), (1000 * (at + wide), 1000), (1000 * at, 1000), (1000 * at, 0)];
}
