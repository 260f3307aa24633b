namespace Twente.Igw.Figures;

/// <summary>
/// Up to where weekday and daypart were forgotten. One row per tenant; absent while nothing was. The version tells a
/// process that what it remembers of these weeks says too much.
/// </summary>
internal sealed class DetailHorizon
{
    public const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;

    /// <summary>The first week that keeps its detail, as year × 100 + week.</summary>
    public required int Week { get; set; }

    /// <summary>The data version at which the last detail was forgotten.</summary>
    public required long Version { get; set; }

    public required DateTime At { get; set; }
}

/// <summary>Up to where weekday and daypart were forgotten.</summary>
/// <param name="First">The first week that keeps its detail.</param>
/// <param name="At">When the last detail was forgotten, UTC.</param>
public sealed record ForgottenDetail(IsoWeek First, DateTime At);
