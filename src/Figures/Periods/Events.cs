using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>A yearly event that moves figures, so that windows with and without it do not compare.</summary>
/// <param name="Name">Its Dutch name, without article.</param>
/// <param name="DaysIn">First and last day in a calendar year.</param>
public sealed record YearlyEvent(string Name, Func<int, (LocalDate First, LocalDate Last)> DaysIn);

/// <summary>The events that windows are matched on or marked for.</summary>
public static class Events
{
    public static readonly IReadOnlyList<YearlyEvent> All =
    [
        new("jaarwisseling", year => Day(year, 12, 31)),

        // Sunday to Tuesday; Easter is 47 days after carnival Tuesday.
        new("carnaval", year => (Easter(year).PlusDays(-49), Easter(year).PlusDays(-47))),
        new("Pasen", year => (Easter(year), Easter(year).PlusDays(1))),

        // On Saturday when the 27th is a Sunday.
        new("Koningsdag", year => Day(year, 4, IsSunday(year, 4, 27) ? 26 : 27)),

        // An approximation: regions north and east fall within ISO weeks 28 to 34; the ministry fixes dates yearly.
        new("zomervakantie", year => (MondayOf(year, 28), MondayOf(year, 34).PlusDays(6))),
    ];

    /// <summary>How many times an event falls, in whole or in part, within these weeks.</summary>
    public static int Times(YearlyEvent yearly, WeekRange weeks)
    {
        var times = 0;
        for (var year = weeks.First.Monday.Year; year <= weeks.Last.Sunday.Year; year++)
        {
            var (first, last) = yearly.DaysIn(year);
            if (first <= weeks.Last.Sunday && last >= weeks.First.Monday)
                times++;
        }
        return times;
    }

    /// <summary>Dutch marks for events that one of two windows holds more often than the other.</summary>
    public static IEnumerable<string> Marks(WeekRange window, WeekRange earlier)
    {
        foreach (var yearly in All)
        {
            var (here, there) = (Times(yearly, window), Times(yearly, earlier));
            if (here > there)
                yield return $"bevat {Often(here)}{yearly.Name}, de periode {WeekText.Of(earlier)} {NotOr(there)}";
            else if (there > here)
                yield return $"de periode {WeekText.Of(earlier)} bevat {Often(there)}{yearly.Name}, deze {NotOr(here)}";
        }
    }

    /// <summary>Easter Sunday in the Gregorian calendar.</summary>
    /// <remarks>The anonymous algorithm; Meeus, J. (1991), Astronomical Algorithms, ch. 8.</remarks>
    public static LocalDate Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonShift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * late) + 114;
        return new LocalDate(year, day / 31, (day % 31) + 1);
    }

    private static string Often(int times) => times > 1 ? $"{times} keer " : "";

    private static string NotOr(int times) => times == 0 ? "niet" : $"{times} keer";

    private static (LocalDate First, LocalDate Last) Day(int year, int month, int day) =>
        (new LocalDate(year, month, day), new LocalDate(year, month, day));

    private static bool IsSunday(int year, int month, int day) =>
        new LocalDate(year, month, day).DayOfWeek == IsoDayOfWeek.Sunday;

    private static LocalDate MondayOf(int year, int week) =>
        IsoWeek.TryCreate(year, week, out var found)
            ? found.Monday
            : throw new ArgumentOutOfRangeException(nameof(year), year, $"ISO week {week} does not exist.");
}
