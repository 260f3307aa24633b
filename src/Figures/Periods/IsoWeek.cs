using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Calendars;

namespace Twente.Igw.Figures;

/// <summary>
/// An ISO 8601 week, Monday to Sunday, written <c>2025-W07</c>. Weeks count on: adding 52 to a week is 364 days later,
/// whatever the number of weeks in the year.
/// </summary>
public readonly record struct IsoWeek : IComparable<IsoWeek>
{
    /// <summary>Monday of 1970-W01; the week with <see cref="Index"/> 0.</summary>
    private static readonly LocalDate Epoch = new(1969, 12, 29);

    private static readonly IWeekYearRule Iso = WeekYearRules.Iso;

    private IsoWeek(int index) => Index = index;

    /// <summary>Weeks since 1970-W01, so that weeks subtract to a number of weeks.</summary>
    public int Index { get; }

    public LocalDate Monday => Epoch.PlusWeeks(Index);

    public LocalDate Sunday => Monday.PlusDays(6);

    /// <summary>The day that decides the calendar month, quarter and year of a row without a weekday.</summary>
    public LocalDate Thursday => Monday.PlusDays(3);

    /// <summary>ISO week-numbering year.</summary>
    public int Year => Thursday.Year;

    /// <summary>1 to 53.</summary>
    public int Week => Iso.GetWeekOfWeekYear(Monday);

    /// <summary>Year and week as one number that sorts, <c>202507</c>; the stored form.</summary>
    public int Number => Year * 100 + Week;

    public static IsoWeek Of(LocalDate date) => new(Period.DaysBetween(Epoch, date) / 7);

    public static IsoWeek FromIndex(int index) => new(index);

    /// <exception cref="ArgumentOutOfRangeException">That year has no such week.</exception>
    public static IsoWeek FromNumber(int number) =>
        TryCreate(number / 100, number % 100, out var week)
            ? week
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Not an ISO week: year × 100 + week.");

    /// <summary>Weeks from 1970 to 2199 exist here; earlier and later years are refused as a slip of the pen.</summary>
    public static bool TryCreate(int year, int week, out IsoWeek result)
    {
        var exists = year is >= 1970 and <= 2199 && week >= 1 && week <= Iso.GetWeeksInWeekYear(year);
        result = exists ? Of(Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday)) : default;
        return exists;
    }

    public static IsoWeek Parse(string s) =>
        TryParse(s, out var week)
            ? week
            : throw new FormatException($"'{s}' is geen ISO-week die bestaat: verwacht bijvoorbeeld 2025-W07.");

    public static bool TryParse([NotNullWhen(true)] string? s, out IsoWeek result)
    {
        result = default;
        return s is [_, _, _, _, '-', 'W', _, _]
            && s.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && s.AsSpan(6).IndexOfAnyExceptInRange('0', '9') < 0
            && TryCreate(
                int.Parse(s.AsSpan(0, 4), CultureInfo.InvariantCulture),
                int.Parse(s.AsSpan(6), CultureInfo.InvariantCulture), out result);
    }

    public IsoWeek Plus(int weeks) => new(Index + weeks);

    public int CompareTo(IsoWeek other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Week:00}");

    public static bool operator <(IsoWeek left, IsoWeek right) => left.Index < right.Index;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.Index > right.Index;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.Index <= right.Index;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.Index >= right.Index;
}
