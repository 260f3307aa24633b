using Twente.Igw.Areas;
using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>
/// Which counts are published. Groups of a gemeente by month, quarter and year; their classes by year; groups of a
/// district by quarter and year. Nothing finer, and nothing that crosses: what somebody can add up then is a chain of
/// tables, whose secrets can be audited exactly.
/// </summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Model">What the region agreed.</param>
/// <param name="Participant">What she leaves out.</param>
internal sealed record PublicationGrid(AreaCode Municipality, ModelAgreement Model, Participant Participant)
{
    /// <summary>With fewer districts one would be the gemeente, or the rest of it.</summary>
    public const int MinimalDistricts = 3;

    public IEnumerable<RegionalCategory> Groups => Model.Categories.Where(c => c.IsGroup && Participant.Publishes(c));

    /// <summary>Classes that are published by themselves, by year; also the sensitive ones.</summary>
    public IEnumerable<RegionalCategory> ClassesOf(RegionalCategory group) =>
        Model.Categories.Where(c => c.Group == group.Code && Participant.Publishes(c));

    /// <summary>
    /// The classes that a group's sum is of: those that are counted, and sensitive neither to the region nor to the
    /// gemeente herself.
    /// </summary>
    public IReadOnlyList<string> SummedIn(RegionalCategory group, TrueCounts counts, Func<string, OwnClass> own) =>
    [
        .. counts.Classes.Where(c => !own(c).IsSensitive && (Model.Find(c) is { } known
            ? known.Group == group.Code && !known.Sensitive
            : own(c).Group == group.Code)),
    ];

    public bool HasDistricts(TrueCounts counts) =>
        (Model.Levels & Participant.Levels).HasFlag(RegionalLevels.District)
        && counts.Districts.Count >= MinimalDistricts;

    public bool Has(PeriodUnit unit) => (Model.Units & Participant.Units).Holds(unit);

    /// <summary>The years that have a month among the counts.</summary>
    public static IEnumerable<int> Years(TrueCounts counts) => counts.Months.Select(m => m.Year).Distinct();

    /// <summary>The periods of a unit in a year that are whole among the counts.</summary>
    public static IEnumerable<ReportingPeriod> Whole(TrueCounts counts, PeriodUnit unit, int year)
    {
        var period = ReportingPeriod.Of(unit, new DateOnly(year, 1, 1));
        for (; period.Year == year; period = period.Next)
            if (counts.Covers(period))
                yield return period;
    }
}

/// <summary>A class as the gemeente herself has it.</summary>
/// <param name="Group">Her group of it.</param>
/// <param name="IsSensitive">Whether she shields it, also where the region does not.</param>
internal readonly record struct OwnClass(string? Group, bool IsSensitive);
