namespace Twente.Igw.Tenancy;

/// <summary>Days as people in the Netherlands count them: an agreement ends at midnight there.</summary>
public static class DutchDay
{
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(DutchClock.Of(utc));

    public static DateOnly DutchToday(this TimeProvider time) => Of(time.GetUtcNow().UtcDateTime);
}
