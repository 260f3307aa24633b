using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>What a window is held against.</summary>
public enum Comparison
{
    None,

    /// <summary><c>vorigjaar</c>: the window 52 weeks earlier.</summary>
    YearEarlier,

    /// <summary><c>driejaar</c>: the same window in the three years before.</summary>
    ThreeYears,
}

/// <summary>A question for figures: how often, of what, where, when.</summary>
public sealed record FigureQuestion
{
    /// <summary>The level of the rows.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Whose parts are the rows: the gemeente, or a district or neighbourhood of it.</summary>
    public required AreaCode Area { get; init; }

    public required CategoryCode Category { get; init; }

    public required WeekRange Weeks { get; init; }

    public Comparison Compare { get; init; }

    /// <summary>Answers with what was known then; null for what is known now.</summary>
    public KnownOn? KnownOn { get; init; }

    /// <summary>The boundaries of the rows; null for those of the newest counting week of the window.</summary>
    public int? BoundaryYear { get; init; }
}
