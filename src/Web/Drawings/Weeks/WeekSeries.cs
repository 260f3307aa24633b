using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a series shows.</summary>
internal sealed record WeekSeries
{
    /// <summary>Every week of the period, also those that were not delivered.</summary>
    public required IReadOnlyList<WeekCount> Weeks { get; init; }

    /// <summary>The same weeks 52, 104, 156 weeks earlier, nearest first; as long as <see cref="Weeks"/>.</summary>
    public IReadOnlyList<IReadOnlyList<ShownCount>> Earlier { get; init; } = [];

    /// <summary>From where figures mean something else.</summary>
    public IReadOnlyList<SeriesBreak> Breaks { get; init; } = [];

    public static WeekSeries Of(SeriesAnswer answer)
    {
        var years = answer.Points.Max(p => p.Earlier.Count);
        var elsewhere = answer.Weeks.OtherBoundaries.ToHashSet();
        return new WeekSeries
        {
            Weeks =
            [
                .. answer.Points.Select(p => new WeekCount(p.Week, p.Shown)
                {
                    Provisional = p.Sign == "*", OnOtherBoundaries = elsewhere.Contains(p.Week),
                }),
            ],
            Breaks =
            [
                .. (answer.BoundaryBreaks ?? []).Select(b => new SeriesBreak(b.Week, b.Text) { Label = b.Label }),
            ],
            Earlier =
            [
                .. Enumerable.Range(0, years).Select(y => answer.Points.Select(p => p.ShownEarlier(y)).ToList()),
            ],
        };
    }
}

/// <summary>A mark in a series: from this week figures do not compare with those before.</summary>
internal sealed record SeriesBreak(IsoWeek Week, string Text)
{
    /// <summary>What stands at the line.</summary>
    public string Label { get; init; } = "trendbreuk";
}

/// <summary>What earlier years were in each week, together.</summary>
/// <param name="Low">Lowest of the years; null when none is known.</param>
/// <param name="High">Highest of the years.</param>
/// <param name="Mean">Mean of the years that are known.</param>
internal readonly record struct EarlierYears(double? Low, double? High, double? Mean)
{
    public static IReadOnlyList<EarlierYears> Of(WeekSeries series) =>
        [.. Enumerable.Range(0, series.Weeks.Count).Select(i => Of(series.Earlier.Select(year => year[i])))];

    private static EarlierYears Of(IEnumerable<ShownCount> years)
    {
        var known = years.Select(y => y.Amount).OfType<double>().ToList();
        return known.Count == 0 ? default : new EarlierYears(known.Min(), known.Max(), known.Average());
    }
}
