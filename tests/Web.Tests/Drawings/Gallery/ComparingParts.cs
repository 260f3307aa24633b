using Twente.Igw.Analysis;
using Twente.Igw.Areas;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>The drawings that compare gemeenten, on invented figures.</summary>
internal static class ComparingParts
{
    private const double Comparator = 6;

    private static readonly (string Name, long Inhabitants, long? Count)[] Gemeenten =
    [
        ("Almelo", 73_000, 610), ("Borne", 23_600, 96), ("Dinkelland", 26_500, 71), ("Enschede", 160_000, 1_341),
        ("Haaksbergen", 24_300, 110), ("Hellendoorn", 36_000, 128), ("Hengelo", 81_000, 560),
        ("Hof van Twente", 35_000, 130), ("Losser", 22_700, null), ("Oldenzaal", 31_800, 170),
        ("Rijssen-Holten", 38_300, 121), ("Tubbergen", 21_200, 40), ("Twenterand", 33_500, 141),
        ("Wierden", 24_500, 62),
    ];

    public static Html Write() => Html.Of(
        $"""
        <div class="columns even">{Html.Drawn(Funnel.Draw(Text("trechter"), Funnelled()))}
        {Html.Drawn(Dots.Draw(Text("stippen"), Dotted()))}</div>
        {Html.Drawn(Multiples.Draw(Text("reeksen"), Lined()))}
        {Html.Drawn(Choropleth.Draw(Text("regio"), Samples.Region()))}
        """);

    private static FigureText Text(string id) => new()
    {
        Id = id, Title = "Eén gemeente valt buiten de gewone verschillen",
        Unit = "vermogensdelicten per 1.000 inwoners", Period = "2025", Source = "fictieve gegevens",
        CsvAddress = $"/cijfers.csv?figuur={id}", HeadingLevel = 2,
        Remarks = ["Met ruis beschermd, wijkt hooguit 3 af."],
    };

    private static FunnelPlot Funnelled()
    {
        var known = Gemeenten.Where(g => g.Count is not null).ToArray();
        return new FunnelPlot
        {
            Comparator = Comparator, ExpectedPerAcross = Comparator / 1000, AcrossWord = "Inwoners",
            UpWord = "Per 1.000 inwoners in 2025", ComparatorWord = "Alle gemeenten samen",
            Spread = FunnelSpread.Of(
                [.. known.Select(g => g.Count!.Value)], [.. known.Select(g => g.Inhabitants * Comparator / 1000)]),
            Points =
            [
                .. Gemeenten.Select(g => new FunnelPoint
                {
                    Area = AreaCode.Parse("GM0153"), Name = g.Name, Across = g.Inhabitants, Up = Rate(g),
                    AcrossText = Dutch.Count(g.Inhabitants), UpText = Rate(g) is { } rate ? Dutch.Rate(rate) : "x",
                    IsReleased = g.Count is not null, IsOwn = g.Name == "Hengelo", Address = "/vergelijking",
                }),
            ],
        };
    }

    private static DotList Dotted() => new()
    {
        AreaWord = "Gemeente", ValueWord = "Per 1.000 inwoners in 2025", Comparator = Comparator,
        ComparatorWord = "Alle gemeenten samen: 6,0",
        Rows = [.. Gemeenten.Select(Dot)],
    };

    private static DotRow Dot((string Name, long Inhabitants, long? Count) gemeente)
    {
        var interval = gemeente.Count is { } count
            ? PoissonInterval.Of(count).Scale(1000d / gemeente.Inhabitants)
            : (Interval?)null;
        return new DotRow
        {
            Name = gemeente.Name, Value = Rate(gemeente), IsOwn = gemeente.Name == "Hengelo",
            Text = Rate(gemeente) is { } rate ? Dutch.Rate(rate) : "niet vrijgegeven",
            Lower = interval?.Lower, Upper = interval?.Upper,
            IntervalText = interval is { } known ? $"{Dutch.Rate(known.Lower)} – {Dutch.Rate(known.Upper)}" : null,
        };
    }

    private static SmallMultiples Lined() => new()
    {
        PeriodWord = "Kwartaal", Breaks = [new PeriodBreak(6, "registratie veranderd, voorbeeld")],
        Periods = [.. Enumerable.Range(0, 12).Select(at => $"{2023 + at / 4}-{1 + at % 4}")],
        Lines = [.. Gemeenten.Select((gemeente, i) => Line(gemeente, i))],
    };

    private static SmallLine Line((string Name, long Inhabitants, long? Count) gemeente, int at)
    {
        double?[] amounts =
        [
            .. Enumerable.Range(0, 12).Select(quarter => gemeente.Count is null || (at == 4 && quarter is 3 or 4)
                ? null
                : Rate(gemeente) / 4 * (1 + 0.25 * Math.Sin(quarter * 1.7 + at))),
        ];
        return new SmallLine
        {
            Name = gemeente.Name, Amounts = amounts, IsOwn = gemeente.Name == "Hengelo",
            Values = [.. amounts.Select(amount => amount is { } known ? Dutch.Rate(known) : "–")],
        };
    }

    private static double? Rate((string Name, long Inhabitants, long? Count) gemeente) =>
        1000d * gemeente.Count / gemeente.Inhabitants;
}
