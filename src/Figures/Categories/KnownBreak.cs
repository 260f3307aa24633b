using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>A dated event after which, or during which, figures mean something else.</summary>
/// <param name="Classes">The classes, or groups, it touches; empty means every class.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null when it never ended.</param>
/// <param name="Text">What happened, in Dutch.</param>
public sealed record KnownBreak(IReadOnlyList<string> Classes, LocalDate From, LocalDate? To, string Text)
{
    /// <summary>Whether the break lies inside these weeks, so that their two ends do not compare.</summary>
    public bool Splits(WeekRange weeks) => To is { } to
        ? From <= weeks.Last.Sunday && to >= weeks.First.Monday
        : From <= weeks.Last.Sunday && From > weeks.First.Monday;

    /// <param name="classes">The classes of a category and the category itself.</param>
    internal bool Touches(IEnumerable<CategoryCode> classes) =>
        Classes.Count == 0 || classes.Any(c => Classes.Contains(c.Code));
}
