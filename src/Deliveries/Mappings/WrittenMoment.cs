namespace Twente.Igw.Deliveries;

/// <summary>
/// Dates and times as exports write them. The day stands before the month, or the year comes first: what could be read
/// in two ways is read in the Dutch one.
/// </summary>
internal static class WrittenMoment
{
    private static readonly string[] Dates = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "H.mm"];

    /// <summary>A date, with or without a time behind it.</summary>
    public static bool TryReadDate(string text, out DateOnly date)
    {
        var (day, time) = Split(text);
        return TryReadDay(day, out date)
            && date.Year is >= 1970 and <= 2199 && (time.Length == 0 || TryReadClock(time, out _));
    }

    /// <summary>A time, with or without a date before it: a workbook keeps a bare one on a day in 1899.</summary>
    public static bool TryReadTime(string text, out TimeOnly time)
    {
        var (day, clock) = Split(text);
        return clock.Length == 0
            ? TryReadClock(day, out time)
            : TryReadClock(clock, out time) && TryReadDay(day, out _);
    }

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryReadClock(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static (string Day, string Time) Split(string text)
    {
        // What a workbook stores as ISO 8601 is shown with this word before it.
        const string word = "datum ";
        var plain = text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : text;
        var at = plain.IndexOfAny([' ', 'T']);
        return at < 0 ? (plain, "") : (plain[..at], plain[(at + 1)..].TrimStart());
    }
}
