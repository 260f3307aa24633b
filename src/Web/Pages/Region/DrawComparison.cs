using Microsoft.AspNetCore.Components;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Regional;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// Draws a comparison of gemeenten: funnel, dots, maps and small charts, each with what belongs to it.
/// </summary>
internal sealed class DrawComparison(ComparisonView view, bool fictitious)
{
    private const string Help95 = "De marge zegt hoe ver toeval en ruis het cijfer kunnen verschuiven.";

    private RegionalAnswer Answer => view.Answer!;

    private bool Rated => Answer.Category.Denominator != RegionalDenominator.None;

    private string Title => Answer.Category.Title;

    public MarkupString Funnel() => Drawings.Funnel.Draw(
        Text("trechter", $"{Title}: gemeenten binnen en buiten de trechter", RegionText.UnitOf(Answer)) with
        {
            Help = "Hoe meer inwoners, hoe minder toeval een cijfer verschuift; daarom wordt de trechter smaller. De "
                + "dunne lijnen laten alleen toeval toe, de dikke ook de gewone verschillen tussen gemeenten. Wie "
                + "binnen de dikke lijnen ligt, wijkt niet duidelijk af.",
            Remarks = SpreadRemark(),
        },
        new FunnelPlot
        {
            Points = [.. Answer.Rows.Select(PointOf)], Comparator = Answer.Total?.Per1000 ?? 0,
            ExpectedPerAcross = (Answer.Total?.Per1000 ?? 0) / 1000, Spread = Answer.Spread,
            AcrossWord = Answer.Category.Denominator == RegionalDenominator.Households ? "Huishoudens" : "Inwoners",
            UpWord = $"{Title} {RegionText.UnitOf(Answer)}", ComparatorWord = "Alle gemeenten samen",
        });

    public MarkupString DotsOf() => Dots.Draw(
        Text("punten", $"{Title} naast elkaar, met marge", RegionText.UnitOf(Answer)) with
        {
            Help = $"{Help95} De volgorde is die van de lijst hierboven en geen ranglijst.",
        },
        new DotList
        {
            AreaWord = "Gemeente", ValueWord = RegionText.UnitOf(Answer), Comparator = Answer.Total?.Per1000,
            ComparatorWord = Answer.Total?.Per1000 is { } rate ? $"Alle gemeenten samen: {Dutch.Rate(rate)}" : null,
            Rows =
            [
                .. Answer.Rows.Select(r => new DotRow
                {
                    Name = r.Member.Name, Value = r.Per1000, IsOwn = r.Member.Code == view.Own,
                    Text = r.Per1000 is null ? RegionText.Of(r.State) : RegionText.Rate(r.Per1000),
                    Lower = r.Interval?.Lower, Upper = r.Interval?.Upper, IntervalText = RegionText.Margin(r.Interval),
                }),
            ],
        });

    public MarkupString Series()
    {
        var trend = view.Trend!;
        return Multiples.Draw(
            Text("reeksen", $"{Title}: hoe het ging, gemeente naast gemeente", RegionText.UnitOf(Answer)) with
            {
                Period = $"{trend.Periods[0].Text()} t/m {trend.Periods[^1].Text()}",
                Help = "Alle lijnen hebben dezelfde schaal. Waar niets is gepubliceerd, ontbreekt de lijn.",
            },
            new SmallMultiples
            {
                PeriodWord = RegionalWords.Of(Answer.Question.Period.Unit) switch
                {
                    "maand" => "Maand",
                    "kwartaal" => "Kwartaal",
                    _ => "Jaar",
                },
                Periods = [.. trend.Periods.Select(p => p.Text())],
                Lines =
                [
                    .. Answer.Rows.Select(r => trend.Series.First(s => s.Member.Code == r.Member.Code)).Select(LineOf),
                ],
            });
    }

    public MarkupString MapOfMunicipalities() => Map(
        "kaart-gemeenten", $"{Title} per gemeente", view.Borders, AreaLevel.Municipality,
        [.. Answer.Rows.Select((r, at) => new Mapped(
            r.Member.Area, r.Member.Name, Rated ? r.Per1000 : r.Count, RegionText.Count(r), r.State))]);

    public MarkupString MapOfDistricts() => Map(
        "kaart-wijken", $"{Title} per wijk", view.DistrictBorders, AreaLevel.District,
        [.. view.Districts.Select(d => new Mapped(
            d.Area.Code, $"{d.Area.Name} ({d.Member.Name})", Rated ? d.Per1000 : d.Count.Amount,
            d.Count.Amount is { } count ? Dutch.Count(count) : "x",
            d.Count.State == CountState.Withheld ? RowState.Withheld
                : d.Count.State == CountState.Shown ? RowState.Shown : RowState.NotApproved))]);

    private MarkupString Map(
        string id, string title, IReadOnlyList<MunicipalityBoundaries> borders, AreaLevel level, Mapped[] areas)
    {
        var scale = ScaleOf(areas);
        return Choropleth.Draw(
            Text(id, title, RegionText.UnitOf(Answer)) with
            {
                Source = $"{Source}; {(fictitious ? "verzonnen grenzen" : "grenzen CBS/Kadaster, CC BY 4.0")}",
                Help = "Hoe donkerder, hoe meer. Wit: niet vrijgegeven. Gekruist: afgeschermd.",
            },
            new ChoroplethMap
            {
                Boundaries = borders, Level = level, Scale = scale, Numbered = 0,
                Areas =
                [
                    .. areas.OrderBy(a => a.Name, StringComparer.Ordinal).Select((a, at) => ShadeOf(a, at, scale)),
                ],
            });
    }

    private ShadedArea ShadeOf(Mapped area, int at, ClassScale scale) => new()
    {
        Number = at + 1, Area = area.Area, Name = area.Name, Amount = area.Amount, Count = area.Count,
        Class = area.Amount is { } amount ? scale.ClassOf(amount) : null,
        Value = area.Amount is { } value ? Rated ? Dutch.Rate(value) : Dutch.Count((int)value)
            : area.State == RowState.Withheld ? "x" : area.State == RowState.Shown ? "." : RegionText.Of(area.State),
        Mark = area.Amount is not null ? AreaMark.None : area.State switch
        {
            RowState.Withheld => AreaMark.Shielded,
            RowState.Shown => AreaMark.TooLittle,
            _ => AreaMark.NotReleased,
        },
    };

    /// <summary>For rates the breaks that all maps share; for counts of gemeenten five equal parts.</summary>
    private ClassScale ScaleOf(Mapped[] areas)
    {
        if (Rated)
            return ClassBreaks.For(
                Measure.Per1000, CategoryCode.Parse(Answer.Category.Code), Answer.Question.Period.Unit switch
                {
                    PeriodUnit.Month => 4,
                    PeriodUnit.Quarter => 12,
                    _ => 52,
                });
        var known = areas.Select(a => a.Amount).OfType<double>().Order().ToList();
        double At(double part) => known.Count == 0 ? part * 10 : known[(int)(part * (known.Count - 1))];
        var first = Math.Max(1, At(0.2));
        var second = Math.Max(first + 1, At(0.4));
        var third = Math.Max(second + 1, At(0.6));
        return ClassScale.OfCounts([first, second, third, Math.Max(third + 1, At(0.8))]);
    }

    private FunnelPoint PointOf(RegionalRow row) => new()
    {
        Area = row.Member.Area, Name = row.Member.Name, Across = row.Exposure, Up = row.Per1000,
        AcrossText = row.Exposure is { } exposure ? Dutch.Count(exposure) : ".",
        UpText = row.Per1000 is null ? RegionText.Of(row.State) : RegionText.Rate(row.Per1000),
        IsReleased = row.State == RowState.Shown, IsOwn = row.Member.Code == view.Own,
    };

    private SmallLine LineOf(MemberSeries series)
    {
        IReadOnlyList<double?> amounts = Rated ? series.Per1000 : [.. series.Counts.Select(c => (double?)c)];
        return new SmallLine
        {
            Name = series.Member.Name, Amounts = amounts, IsOwn = series.Member.Code == view.Own,
            Values = [.. amounts.Select((a, at) => a is null ? "." : Rated
                ? Dutch.Rate(a.Value) : Dutch.Count(series.Counts[at]!.Value))],
        };
    }

    /// <summary>With so few gemeenten nobody knows well how far they usually lie apart.</summary>
    private IReadOnlyList<string> SpreadRemark() => Answer.Spread is { } spread
        ?
        [
            $"Met {spread.Places} gemeenten is de gewone spreiding onzeker: zij is {Dutch.Rate(spread.Phi)} keer die "
            + $"van toeval alleen (tussen {Dutch.Rate(spread.PhiInterval.Lower)} en "
            + $"{Dutch.Rate(spread.PhiInterval.Upper)}).",
        ]
        : [];

    private string Source => (fictitious ? "fictieve gegevens; "
        : "") + $"wat gemeenten vrijgaven volgens modelafspraak {Answer.Model.Version}; "
        + RegionText.Protected.ToLower(Dutch.Culture).TrimEnd('.');

    private FigureText Text(string id, string title, string unit) => new()
    {
        Id = id, Title = title, Unit = unit, Period = Answer.Question.Period.Text(), Source = Source, HeadingLevel = 2,
        CsvAddress = MapRegion.ExportOf(Answer.Question, "csv", own: view.Own is not null),
    };

    /// <summary>An area on a map, and what is known of it.</summary>
    private sealed record Mapped(AreaCode Area, string Name, double? Amount, string Count, RowState State);
}
