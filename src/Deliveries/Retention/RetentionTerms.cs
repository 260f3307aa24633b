namespace Twente.Igw.Deliveries;

/// <summary>
/// How long a gemeente keeps what her agreements do not speak of. One row per tenant; without it these defaults hold.
/// </summary>
internal sealed class RetentionTerms
{
    public const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;

    /// <summary>Days after which a refused file is destroyed with its findings, which quote it.</summary>
    public int QuarantineDays { get; set; } = 14;

    /// <summary>Years after which weekday and daypart are forgotten.</summary>
    public int DetailYears { get; set; } = 5;

    public Keeping ToKeeping() => new(QuarantineDays, DetailYears);
}

/// <summary>How long a gemeente keeps refused files, and weekday and daypart of figures.</summary>
public sealed record Keeping(int QuarantineDays, int DetailYears);
