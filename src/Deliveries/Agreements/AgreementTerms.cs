namespace Twente.Igw.Deliveries;

/// <summary>All that an agreement says; a change of any of it is a new version of the agreement.</summary>
public sealed record AgreementTerms
{
    public const long DefaultSizeLimit = 64L * 1024 * 1024;

    /// <summary>Who may see the figures, where an agreement does not say so itself.</summary>
    public const string DefaultRecipients = "Medewerkers van de gemeente met een toegekende autorisatie";

    /// <summary>For police data Wpg 16, 18, 19, 20 or 22; otherwise AVG 6. Figures inherit its limits.</summary>
    public required string LegalBasis { get; init; }

    public required string Purpose { get; init; }

    public string Recipients { get; init; } = DefaultRecipients;

    public bool MayBePassedOn { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force; null while open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Which date counts: <c>offence</c> or <c>report</c>.</summary>
    public string CountedDate { get; init; } = "offence";

    /// <summary>1 (Monday) to 7.</summary>
    public int ExpectedWeekday { get; init; } = 1;

    public OrderKey OrderKey { get; init; } = OrderKey.Arrival;

    public bool ManifestRequired { get; init; }

    /// <summary>In bytes.</summary>
    public long SizeLimit { get; init; } = DefaultSizeLimit;

    /// <summary>From how many weeks after its end a week's figures are definitive.</summary>
    public int DefinitiveAfterWeeks { get; init; } = 13;

    public int OriginalsKeptMonths { get; init; } = 13;

    /// <summary>Whether a file may come on this day.</summary>
    public bool AreInForceOn(DateOnly day) => From <= day && (Until is null || Until >= day);
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
