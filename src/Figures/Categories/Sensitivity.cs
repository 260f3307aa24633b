using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// How coarse a sensitive category (<c>gevoelig</c>) is shown to who lacks the second permission: on no finer level and
/// over no shorter period than these.
/// </summary>
/// <param name="Level">The finest level.</param>
/// <param name="Period">The shortest period.</param>
public sealed record Sensitivity(AreaLevel Level, PeriodKind Period)
{
    /// <summary>Gemeente × year.</summary>
    public static Sensitivity Strictest { get; } = new(AreaLevel.Municipality, PeriodKind.Year);

    /// <summary>
    /// Whether going from one to the other shows anybody more than before: no longer sensitive, a finer level or a
    /// shorter period.
    /// </summary>
    public static bool IsLowered(Sensitivity? from, Sensitivity? to) =>
        from is not null && (to is null || to.Level > from.Level || to.Period > from.Period);

    /// <summary>Why a question is too fine for who lacks the permission; null when it is not.</summary>
    internal Refusal? Objection(FigureQuestion question, Cube cube, Category category, bool perWeek)
    {
        if (cube.Coverage.Stand is not { } stand)
            return null;
        var isCoarse = question.Level <= Level && IsLong(question.Weeks, stand) && !perWeek
            && question.Compare == Comparison.None && question.KnownOn is null;
        return isCoarse ? null : Refusal.Sensitive(category, Words.Of(Level), Grid.NewestYear(stand));
    }

    /// <summary>A whole year, or where less will do a window of the fixed grid that is no shorter.</summary>
    private bool IsLong(WeekRange weeks, IsoWeek stand) => Grid.IsYear(weeks, stand)
        || (Period != PeriodKind.Year && weeks.Last == stand && Grid.Lengths.Contains(weeks.Length)
            && weeks.Length >= (Period == PeriodKind.Quarter ? 12 : 4));

    /// <summary><c>gemeente × jaar</c>.</summary>
    public override string ToString() => $"{Words.Of(Level)} × {Words.Of(Period)}";
}
