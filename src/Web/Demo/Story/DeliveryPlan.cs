using NodaTime;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Which files a gemeente got, and when. The history came a year at a time and the last weeks one by one; each file
/// restates the thirteen weeks that registrations still reach.
/// </summary>
internal static class DeliveryPlan
{
    public const int Years = 4;
    public const int WeeksOneByOne = 20;
    public const int Restated = 13;

    /// <summary>Police deliver in the night before Monday's work.</summary>
    public static readonly LocalTime Hour = new(6, 5);
    private static readonly DateTimeZone Netherlands = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The weeks of every file, oldest first.</summary>
    /// <param name="made">The last week that was complete when the demo was made.</param>
    /// <param name="last">The last week to deliver: that one or a later one.</param>
    public static IEnumerable<WeekRange> Of(IsoWeek made, IsoWeek last)
    {
        var beginning = made.Plus(1 - Years * Window.YearInWeeks);
        for (var year = Years - 1; year >= 0; year--)
        {
            // A year back from the last week to the day, so that the newest weeks can be held against what was known
            // of the same weeks then.
            var end = made.Plus(-year * Window.YearInWeeks - (year == 0 ? WeeksOneByOne : 0));
            var first = made.Plus(1 - (year + 1) * Window.YearInWeeks);
            yield return new WeekRange(first == beginning ? first : first.Plus(-Restated), end);
        }
        for (var week = made.Plus(1 - WeeksOneByOne); week <= made || week <= last; week = week.Plus(1))
            yield return Weekly(week);
    }

    public static WeekRange Weekly(IsoWeek week) => Window.Ending(week, Restated);

    public static string FileName(Municipality municipality, WeekRange weeks) =>
        PolitieWeekFileName.Of(AreaCode.Parse(municipality.Code), weeks).ToString();

    /// <summary>The Monday after the last week.</summary>
    public static DateTimeOffset Moment(WeekRange weeks) =>
        weeks.Last.Plus(1).Monday.At(Hour).InZoneLeniently(Netherlands).ToDateTimeOffset();
}
