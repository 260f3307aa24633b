using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Twente.Igw.Analysis;
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

    private static readonly string[] Gemeenten = ["Almelo", "Borne", "Enschede", "Losser"];

    public static readonly ClassScale Scale = ClassBreaks.For(Measure.Count, CategoryCode.Parse("vermogen"), 4);

    /// <summary>The name of each kind of drawing.</summary>
    public static TheoryData<string> Kinds =>
        ["map", "region", "series", "bars", "heat", "spark", "funnel", "dots", "multiples"];

    public static MarkupString Draw(string kind) => kind switch
    {
        "map" => Choropleth.Draw(Text, Map(Areas(4))),
        "region" => Choropleth.Draw(Text, Region()),
        "funnel" => Web.Drawings.Funnel.Draw(Text, Funnel()),
        "dots" => Dots.Draw(Text, DotList()),
        "multiples" => Web.Drawings.Multiples.Draw(Text, Multiples()),
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
            Boundaries =
            [
                new MunicipalityBoundaries
                {
                    Municipality = AreaCode.Parse("GM0153"), BoundaryYear = 2021,
                    Extent = new Extent(0, 0, 1000 * areas.Count, 1000),
                    Neighbourhoods = squares,
                    Districts = [new(AreaCode.Parse("WK015300"), [Square(0, areas.Count)])],
                    Outline = new(AreaCode.Parse("GM0153"), [Square(0, areas.Count)]),
                },
            ],
        };
    }

    /// <summary>Three gemeenten beside each other, of which the last released nothing.</summary>
    public static ChoroplethMap Region()
    {
        AreaCode[] codes = [AreaCode.Parse("GM0141"), AreaCode.Parse("GM0147"), AreaCode.Parse("GM0153")];
        return new ChoroplethMap
        {
            Scale = Scale, Level = AreaLevel.Municipality,
            Areas =
            [
                .. codes.Zip(Gemeenten).Select((each, i) => new ShadedArea
                {
                    Number = i + 1, Area = each.First, Name = each.Second, Amount = i == 2 ? null : 20 - i,
                    Class = i == 2 ? null : 4, Mark = i == 2 ? AreaMark.NotReleased : AreaMark.None,
                    Value = i == 2 ? "niet vrijgegeven" : $"{20 - i}",
                }),
            ],
            Boundaries =
            [
                .. codes.Select((code, i) => new MunicipalityBoundaries
                {
                    Municipality = code, BoundaryYear = 2021, Extent = new Extent(1000 * i, 0, 1000 * (i + 1), 1000),
                    Neighbourhoods = [], Districts = [], Outline = new(code, [Square(i, 1)]),
                }),
            ],
        };
    }

    /// <summary>Four gemeenten of which the last released nothing; the second is the reader's own.</summary>
    public static FunnelPlot Funnel(FunnelSpread? spread = null) => new()
    {
        Comparator = 5, ExpectedPerAcross = 0.005, AcrossWord = "Inwoners", UpWord = "Per 1.000 inwoners",
        ComparatorWord = "Alle gemeenten samen", Spread = spread,
        Points =
        [
            .. new (double Across, double? Up)[] { (73_000, 5.1), (23_000, 9.5), (160_000, 4.9), (35_000, null) }
                .Select((point, i) => new FunnelPoint
                {
                    Area = AreaCode.Parse("GM0153"), Name = Gemeenten[i], Across = point.Across, Up = point.Up,
                    AcrossText = Dutch.Count(point.Across), UpText = point.Up is { } up ? Dutch.Rate(up) : "x",
                    IsReleased = point.Up is not null, IsOwn = i == 1, Address = $"/gemeenten/{i}",
                }),
        ],
    };

    public static DotList DotList() => new()
    {
        AreaWord = "Gemeente", ValueWord = "Per 1.000 inwoners", Comparator = 5,
        ComparatorWord = "Andere gemeenten samen: 5,0",
        Rows =
        [
            .. Funnel().Points.Select(p => new DotRow
            {
                Name = p.Name, Value = p.Up, Text = p.IsReleased ? p.UpText : "niet vrijgegeven", IsOwn = p.IsOwn,
                Lower = p.Up - 1, Upper = p.Up * 1.3, IntervalText = p.Up is null ? null : "4,0 – 6,5",
            }),
        ],
    };

    public static SmallMultiples Multiples() => new()
    {
        PeriodWord = "Kwartaal", Periods = ["1e kwartaal 2025", "2e kwartaal 2025", "3e kwartaal 2025"],
        Breaks = [new PeriodBreak(2, "registratie veranderd")],
        Lines =
        [
            new SmallLine { Name = "Almelo", Amounts = [30, 40, 20], Values = ["30", "40", "20"] },
            new SmallLine { Name = "Borne", Amounts = [3, null, 5], Values = ["3", "–", "5"], IsOwn = true },
        ],
    };

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
