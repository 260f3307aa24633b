namespace Twente.Igw.Deliveries;

/// <summary>All that a feed is judged by; days are days in the Netherlands.</summary>
internal sealed record FeedSigns
{
    public required DateOnly Today { get; init; }

    /// <summary>The first day on which a delivery could be expected.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>1 (Monday) to 7; null for a contract without a weekly rhythm.</summary>
    public required int? ExpectedWeekday { get; init; }

    /// <summary>Day on which the newest accepted delivery came in; null while there is none.</summary>
    public DateOnly? LastAccepted { get; init; }

    /// <summary>Rows per week of the newest delivery, beside the usual.</summary>
    public Beside? Rows { get; init; }

    /// <summary>Total of the newest week, beside the usual.</summary>
    public Beside? Total { get; init; }

    /// <summary>Codes of the newest delivery that this feed never held before.</summary>
    public IReadOnlyList<string> NewCodes { get; init; } = [];
}

/// <summary>An amount beside what it usually is; only made where enough is known to call anything usual.</summary>
internal readonly record struct Beside(double Now, double Usual)
{
    public bool HasHalved => Now * 2 < Usual;
}

/// <summary>What a feed's signs come down to.</summary>
/// <param name="State">How it is doing.</param>
/// <param name="Missed">How many of its days passed without a delivery.</param>
internal readonly record struct FeedVerdict(FeedState State, int Missed);
