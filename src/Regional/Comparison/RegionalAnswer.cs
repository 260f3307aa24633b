using Twente.Igw.Analysis;

namespace Twente.Igw.Regional;

/// <summary>The gemeenten of the region side by side, of one category and period.</summary>
public sealed record RegionalAnswer
{
    public required RegionalQuestion Question { get; init; }

    public required RegionalCategory Category { get; init; }

    public required ModelAgreement Model { get; init; }

    /// <summary>The region's data version that it was made from.</summary>
    public required long Version { get; init; }

    /// <summary>Every gemeente of the region, also without a figure, in the order asked for.</summary>
    public required IReadOnlyList<RegionalRow> Rows { get; init; }

    /// <summary>Those with a figure together; null when there are none.</summary>
    public required RegionalTotal? Total { get; init; }

    /// <summary>How far they lie apart beyond chance; null with fewer than four, and where nothing is ranked.</summary>
    public required FunnelSpread? Spread { get; init; }

    /// <summary>
    /// Whether gemeenten may be held against each other: not what follows effort, nor without a rate.
    /// </summary>
    public bool Compares => !Category.Found && Category.Denominator != RegionalDenominator.None;

    /// <summary>How many of the words hoger and lager are there by chance.</summary>
    public required double ExpectedFalse { get; init; }
}

/// <summary>Why there is no figure of a gemeente, or that there is.</summary>
public enum RowState
{
    Shown,

    /// <summary>She does not take part.</summary>
    NoAgreement,

    /// <summary>She takes part and leaves this out: a category, a unit, or months before she took part.</summary>
    LeftOut,

    /// <summary>Weeks are still missing.</summary>
    NotDelivered,

    /// <summary>Delivered and not approved: nog niet vrijgegeven.</summary>
    NotApproved,

    /// <summary>Not complete yet: the period or its agreed day is still to come.</summary>
    NotYet,

    /// <summary>Withheld, because it would tell too much together with what else is known.</summary>
    Withheld,
}

/// <summary>A gemeente in a comparison.</summary>
public sealed record RegionalRow
{
    public required Member Member { get; init; }

    public required RowState State { get; init; }

    /// <summary>Published count; null when there is none.</summary>
    public required int? Count { get; init; }

    /// <summary>What it is set against; null where it is not known or the category has none.</summary>
    public required int? Exposure { get; init; }

    /// <summary>Per 1,000 in this period; null without count or denominator.</summary>
    public required double? Per1000 { get; init; }

    /// <summary>95 % interval of <see cref="Per1000"/>, the noise of the publication included.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Published count of the same period a year earlier.</summary>
    public required int? Earlier { get; init; }

    /// <summary>The word for the difference with a year earlier; null when there is nothing to compare.</summary>
    public required string? Since { get; init; }

    /// <summary>The gemeente against at least three others, herself left out; null where that is not done.</summary>
    public OthersComparison? Others { get; init; }

    /// <summary>The word for it, after correcting for so many gemeenten; null where that is not done.</summary>
    public string? AgainstOthers { get; init; }

    /// <summary>Incidents that the rate of all together leads to expect; null without denominator.</summary>
    public double? Expected { get; init; }

    /// <summary>Her duiding of the publication that the figure comes from.</summary>
    public PublicationNote? Note { get; init; }
}

/// <summary>The gemeenten with a figure, together.</summary>
/// <param name="Count">Sum of what they published.</param>
/// <param name="Exposure">Sum of what it is set against; null where one is not known.</param>
/// <param name="Per1000">Rate of all together.</param>
/// <param name="Names">Who they are.</param>
public sealed record RegionalTotal(long Count, long? Exposure, double? Per1000, IReadOnlyList<string> Names);
