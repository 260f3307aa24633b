namespace Twente.Igw.Tenancy;

/// <summary>What clocks in the Netherlands show; days and nights of people are counted by them.</summary>
public static class DutchClock
{
    private const int NightBegins = 22;
    private const int NightEnds = 6;

    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Netherlands);

    /// <summary>When a day begins there, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Netherlands);

    /// <summary>Between 22 and 6 hours, or on a Saturday or Sunday.</summary>
    public static bool IsOutsideOfficeDays(DateTime utc)
    {
        var there = Of(utc);
        return there.Hour is >= NightBegins or < NightEnds
            || there.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    }
}
