using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>What each gemeente published of a category over time, on one time axis.</summary>
/// <param name="Category">Of what.</param>
/// <param name="Periods">Oldest first, of one unit.</param>
/// <param name="Series">Each gemeente of the region, by name.</param>
public sealed record RegionalTrend(
    RegionalCategory Category, IReadOnlyList<ReportingPeriod> Periods, IReadOnlyList<MemberSeries> Series);

/// <summary>A gemeente's published counts; null where she published none.</summary>
/// <param name="Member">Whose.</param>
/// <param name="Counts">A count for each period.</param>
/// <param name="Per1000">The same per 1,000; null without denominator.</param>
public sealed record MemberSeries(Member Member, IReadOnlyList<int?> Counts, IReadOnlyList<double?> Per1000);

/// <summary>Shows how published counts went, gemeente beside gemeente.</summary>
public static class FollowRegion
{
    /// <summary>Most periods in one trend: five years of months.</summary>
    public const int Longest = 60;

    /// <param name="region">The region, as one version of it.</param>
    /// <param name="answer">A comparison: its category, unit and denominators are followed.</param>
    public static RegionalTrend Execute(Region region, RegionalAnswer answer)
    {
        var periods = new List<ReportingPeriod>();
        for (var period = answer.Question.Period;
            periods.Count < Longest && period.FirstDay >= answer.Model.From.FirstDay; period = period.Previous)
            periods.Add(period);
        periods.Reverse();
        var exposures = answer.Rows.ToDictionary(r => r.Member.Code, r => r.Exposure, StringComparer.Ordinal);
        return new RegionalTrend(answer.Category, periods, [.. region.Members.Select(
            m => SeriesOf(m, answer.Category, periods, exposures.GetValueOrDefault(m.Code)))]);
    }

    private static MemberSeries SeriesOf(
        Member member, RegionalCategory category, List<ReportingPeriod> periods, int? exposure)
    {
        var counts = periods.ConvertAll(p => member.Counts.Find(member.Area, category.Code, p).Amount);
        return new MemberSeries(
            member, counts, counts.ConvertAll(c => exposure is > 0 ? 1000.0 * c / exposure : null));
    }
}

/// <summary>What is published of one district.</summary>
/// <param name="Area">Its code and name, on the boundaries it was published on.</param>
/// <param name="Member">The gemeente it lies in.</param>
/// <param name="Count">Published count, or why there is none.</param>
/// <param name="Per1000">The same per 1,000; null without denominator.</param>
public sealed record DistrictRow(Area Area, Member Member, RegionalCount Count, double? Per1000);

/// <summary>The districts of the region with what was published of them.</summary>
public sealed class ListDistricts
{
    private readonly AreaRegistry _areas;

    internal ListDistricts(AreaRegistry areas) => _areas = areas;

    /// <summary>Every district of every gemeente that publishes, by gemeente and code.</summary>
    public async ValueTask<IReadOnlyList<DistrictRow>> Execute(RegionalAnswer answer, CancellationToken cancel)
    {
        var rows = new List<DistrictRow>();
        foreach (var member in answer.Rows.Select(r => r.Member).OrderBy(m => m.Name, StringComparer.Ordinal))
            if (member.Latest is { } latest
                && await _areas.Find(member.Area, latest.BoundaryYear, cancel) is { } areas)
                rows.AddRange(areas.Districts.Select(d => RowOf(d, member, answer)));
        return rows;
    }

    private static DistrictRow RowOf(Area district, Member member, RegionalAnswer answer)
    {
        var count = member.Counts.Find(district.Code, answer.Category.Code, answer.Question.Period);
        var exposure = answer.Category.Denominator switch
        {
            RegionalDenominator.Inhabitants => district.Inhabitants,
            RegionalDenominator.Households => district.Households,
            _ => null,
        };
        return new DistrictRow(
            district, member, count,
            count.Amount is { } amount && exposure >= CompareRegion.MinimalInhabitants
                ? 1000.0 * amount / exposure : null);
    }
}
