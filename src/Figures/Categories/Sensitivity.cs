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

    /// <summary><c>gemeente × jaar</c>.</summary>
    public override string ToString() => $"{Words.Of(Level)} × {Words.Of(Period)}";
}
