namespace Twente.Igw.Deliveries;

/// <summary>
/// Why a feed may exist: between a supplier and a gemeente, for one contract. Without one in force nothing is accepted.
/// </summary>
internal sealed class Agreement
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    /// <summary>For police data Wpg 16, 18, 19, 20 or 22; otherwise AVG 6. Figures inherit its limits.</summary>
    public required string LegalBasis { get; set; }

    public required string Purpose { get; set; }

    public required string Recipients { get; set; }

    public bool MayBePassedOn { get; set; }

    public required DateOnly From { get; init; }

    /// <summary>Last day in force; null while open.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>False while it is the default one, "standaard, nog vast te leggen".</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Which date counts: <c>offence</c> or <c>report</c>.</summary>
    public string CountedDate { get; set; } = "offence";

    /// <summary>1 (Monday) to 7.</summary>
    public int ExpectedWeekday { get; set; } = 1;

    public required OrderKey OrderKey { get; set; }

    public bool ManifestRequired { get; set; }

    public long SizeLimit { get; set; } = DefaultSizeLimit;

    /// <summary>From how many weeks after its end a week's figures are definitive.</summary>
    public int DefinitiveAfterWeeks { get; set; } = 13;

    public int OriginalsKeptMonths { get; set; } = 13;

    public const long DefaultSizeLimit = 64L * 1024 * 1024;
}

/// <summary>What decides which of two deliveries for a week is the newer.</summary>
public enum OrderKey
{
    /// <summary>The order in which files came in.</summary>
    Arrival,

    /// <summary>The manifest's <c>sequence</c>.</summary>
    Sequence,

    /// <summary>The manifest's <c>producedAt</c>.</summary>
    ProducedAt,
}
