namespace Twente.Igw.Tenancy;

/// <summary>Days as people in the Netherlands count them: an agreement ends at midnight there.</summary>
public static class DutchDay
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly Of(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Netherlands));

    public static DateOnly DutchToday(this TimeProvider time) => Of(time.GetUtcNow().UtcDateTime);
}
