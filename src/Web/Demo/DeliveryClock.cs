namespace Twente.Igw.Web.Demo;

/// <summary>
/// A clock that stands, for whoever set it, at the moment a delivery would have come in: receipts then carry that
/// date, and "as known on" answers for the weeks before the demo was made. Elsewhere it is the real clock.
/// </summary>
internal sealed class DeliveryClock(TimeProvider now) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _moment = new();

    public override DateTimeOffset GetUtcNow() => _moment.Value ?? now.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => now.LocalTimeZone;

    /// <summary>Holds for the rest of the calling method and what it calls, not for its callers.</summary>
    public void StandAt(DateTimeOffset moment) => _moment.Value = moment.ToUniversalTime();
}
