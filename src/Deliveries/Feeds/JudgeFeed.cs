namespace Twente.Igw.Deliveries;

/// <summary>
/// Decides how a feed is doing: pure. A delivery serves the expected day it comes on or after, or one that follows
/// within two days; what does not come is told before what came is looked at.
/// </summary>
internal static class JudgeFeed
{
    private const int Week = 7;

    /// <summary>Somebody who delivers on Saturday what is due on Monday is not late on Tuesday.</summary>
    private const int EarlyDays = 2;

    public static FeedVerdict Of(FeedSigns signs)
    {
        if (signs.ExpectedWeekday is not { } weekday)
            return new FeedVerdict(FeedState.Unscheduled, 0);
        var served = signs.LastAccepted is { } last
            ? LastDueUpTo(last.AddDays(EarlyDays), weekday)
            : LastDueUpTo(signs.Since.AddDays(-1), weekday);
        var missed = Math.Max(0, (LastDueUpTo(signs.Today.AddDays(-1), weekday).DayNumber - served.DayNumber) / Week);
        return new FeedVerdict(StateOf(signs, missed, served < LastDueUpTo(signs.Today, weekday)), missed);
    }

    private static FeedState StateOf(FeedSigns signs, int missed, bool isDue) => missed switch
    {
        > 1 => FeedState.Silent,
        1 => FeedState.Late,
        _ when signs.LastAccepted is null => FeedState.Expected,
        _ when signs.Rows?.HasHalved == true || signs.Total?.HasHalved == true => FeedState.Shrunk,
        _ when signs.NewCodes.Count > 0 => FeedState.NewCodes,
        _ => isDue ? FeedState.Expected : FeedState.OnTime,
    };

    private static DateOnly LastDueUpTo(DateOnly day, int weekday)
    {
        var isoDay = day.DayOfWeek == DayOfWeek.Sunday ? Week : (int)day.DayOfWeek;
        return day.AddDays(-((isoDay - weekday + Week) % Week));
    }
}
