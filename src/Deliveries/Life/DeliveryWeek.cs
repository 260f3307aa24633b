namespace Twente.Igw.Deliveries;

/// <summary>What a delivery says of one week, and what it took the place of.</summary>
internal sealed class DeliveryWeek
{
    public required long Delivery { get; init; }

    public required int Week { get; init; }

    public required int BoundaryYear { get; init; }

    /// <summary>Sum of <c>aantal</c> in this week.</summary>
    public required long Total { get; init; }

    /// <summary>The delivery that counted before, or null: the week was not delivered yet.</summary>
    public long? Replaced { get; init; }

    /// <summary>The week's total before, or null.</summary>
    public long? ReplacedTotal { get; init; }

    /// <summary>False when a newer delivery (by the order key) already counted for this week.</summary>
    public required bool TookEffect { get; init; }
}

/// <summary>A week's total for one group of categories; what plausibility compares with.</summary>
internal sealed class DeliveryGroupTotal
{
    public required long Delivery { get; init; }

    public required int Week { get; init; }

    public required string Group { get; init; }

    public required long Total { get; init; }
}

/// <summary>A <see cref="Deliveries.Finding"/> as stored, in the order of the file.</summary>
internal sealed class FindingRow
{
    public required long Delivery { get; init; }

    public required int Ordinal { get; init; }

    public required long Line { get; init; }

    public required int Column { get; init; }

    public required string Code { get; init; }

    public required string Value { get; init; }

    public required string Rule { get; init; }

    public required string Sheet { get; init; }

    public static FindingRow Of(long delivery, int ordinal, Finding finding) => new()
    {
        Delivery = delivery, Ordinal = ordinal, Line = finding.Line, Column = finding.Column,
        Code = finding.Code, Value = finding.Value, Rule = finding.Rule, Sheet = finding.Sheet,
    };

    public Finding ToFinding() => new(Line, Column, Code, Value, Rule) { Sheet = Sheet };
}
