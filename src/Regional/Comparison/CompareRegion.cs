using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>
/// Holds the gemeenten of the region beside each other, from published counts alone: every rate, ratio and word follows
/// from what was protected.
/// </summary>
public sealed class CompareRegion
{
    /// <summary>Below this a rate says nothing.</summary>
    internal const int MinimalInhabitants = 200;

    private readonly AreaRegistry _areas;
    private readonly TimeProvider _time;

    internal CompareRegion(AreaRegistry areas, TimeProvider time) => (_areas, _time) = (areas, time);

    /// <param name="region">The region, as one version of it.</param>
    /// <param name="question">Of a category in its agreement.</param>
    /// <param name="cancel">Gives up.</param>
    public async ValueTask<RegionalAnswer> Execute(
        Region region, RegionalQuestion question, CancellationToken cancel)
    {
        var model = region.Model ?? throw new InvalidOperationException("Without an agreement nothing is compared.");
        var category = model.Find(question.Category)
            ?? throw new KeyNotFoundException($"{question.Category} is not in the agreement.");
        var (rows, today) = (new List<RegionalRow>(region.Members.Count), DutchCalendar.Today(_time));
        foreach (var member in region.Members)
            rows.Add(RowOf(
                member, category, question.Period, await Exposure(member, category, question.Period, cancel),
                StateOf(member, model, category, question.Period, today)));
        var answer = HoldTogether.Execute(rows, category, model, question, region.Version);
        return question.Order == RegionalOrder.Name ? answer : answer with
        {
            Rows =
            [
                .. answer.Rows.OrderByDescending(r => r.Member.Inhabitants ?? 0)
                    .ThenBy(r => r.Member.Name, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Why a gemeente has no figure for a period, or that she has.</summary>
    internal static RowState StateOf(
        Member member, ModelAgreement model, RegionalCategory category, ReportingPeriod period, DateOnly today)
    {
        switch (member.Counts.Find(member.Area, category.Code, period).State)
        {
            case CountState.Shown:
                return RowState.Shown;
            case CountState.Withheld:
                return RowState.Withheld;
        }
        if (member.Participant is not { } participant)
            return RowState.NoAgreement;
        if (!participant.Publishes(category) || !participant.Units.Holds(period.Unit)
            || period.FirstDay < participant.From.FirstDay)
            return RowState.LeftOut;
        return member.StageOf(model, period.LastMonth, today) switch
        {
            MonthStage.NotDelivered => RowState.NotDelivered,
            MonthStage.NotApproved => RowState.NotApproved,
            MonthStage.Published => RowState.LeftOut,
            _ => RowState.NotYet,
        };
    }

    private static RegionalRow RowOf(
        Member member, RegionalCategory category, ReportingPeriod period, int? exposure, RowState state)
    {
        var count = member.Counts.Find(member.Area, category.Code, period).Amount;
        var earlier = member.Counts.Find(member.Area, category.Code, period.YearEarlier).Amount;
        var rated = count is not null && exposure is > 0;
        return new RegionalRow
        {
            Member = member, State = state, Count = count, Exposure = exposure, Earlier = earlier,
            Per1000 = rated ? 1000.0 * count!.Value / exposure!.Value : null,
            Interval = rated ? NoisyInterval.Of(count!.Value).Scale(1000.0 / exposure!.Value) : null,
            Since = SinceEarlier.Word(count, earlier, category),
            Note = state == RowState.Shown ? member.Publications.FirstOrDefault(
                p => p.Month.CompareTo(period.LastMonth) >= 0 && p.Month.CompareTo(period.LastMonth.Next) <= 0)
                ?? member.Latest : null,
        };
    }

    private async ValueTask<int?> Exposure(
        Member member, RegionalCategory category, ReportingPeriod period, CancellationToken cancel)
    {
        if (category.Denominator == RegionalDenominator.None)
            return null;
        var years = await _areas.Years(member.Area, cancel);
        if (years.Count == 0)
            return null;
        var area = (await _areas.Find(member.Area, Nearest(years, period), cancel))?.Municipality;
        var exposure = category.Denominator == RegionalDenominator.Households ? area?.Households : area?.Inhabitants;
        return exposure is >= MinimalInhabitants ? exposure : null;
    }

    /// <summary>The boundaries nearest to a period: of its year, else the last before it, else the first.</summary>
    internal static int Nearest(IReadOnlyList<int> years, ReportingPeriod period) =>
        years.LastOrDefault(y => y <= period.Year, years[0]);
}
