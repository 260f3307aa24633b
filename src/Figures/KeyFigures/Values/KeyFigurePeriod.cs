using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>How long a period is, long to short.</summary>
public enum PeriodKind
{
    /// <summary><c>2025</c>.</summary>
    Year,

    /// <summary><c>2025-Q1</c>.</summary>
    Quarter,

    /// <summary><c>2025-03</c>.</summary>
    Month,

    /// <summary><c>2025-W07</c>.</summary>
    Week,
}

/// <summary>
/// The period a key figure is about: a year, quarter, month or ISO week. Ordered by its last day; of two that end
/// together the longer comes last, so that a year is newer than its fourth quarter.
/// </summary>
public readonly record struct KeyFigurePeriod : IComparable<KeyFigurePeriod>
{
    private readonly string? _text;

    private KeyFigurePeriod(string text, PeriodKind kind, LocalDate first, LocalDate last) =>
        (_text, Kind, First, Last) = (text, kind, first, last);

    public PeriodKind Kind { get; }

    public LocalDate First { get; }

    public LocalDate Last { get; }

    public static KeyFigurePeriod OfYear(int year) => Parse(year.ToString("0000", CultureInfo.InvariantCulture));

    public static KeyFigurePeriod Parse(string s) =>
        TryParse(s, out var period)
            ? period
            : throw new FormatException(
                $"'{s}' is geen periode die bestaat: verwacht bijvoorbeeld 2025, 2025-Q1, 2025-03 of 2025-W07.");

    public static bool TryParse([NotNullWhen(true)] string? s, out KeyFigurePeriod result)
    {
        result = default;
        if (s is null || s.Length < 4 || !TryDigits(s.AsSpan(0, 4), out var year) || year is < 1970 or > 2199)
            return false;
        var found = s[4..] switch
        {
            "" => Of(s, PeriodKind.Year, new LocalDate(year, 1, 1), 12),
            ['-', 'Q', >= '1' and <= '4' and var quarter] =>
                Of(s, PeriodKind.Quarter, new LocalDate(year, 3 * (quarter - '1') + 1, 1), 3),
            ['-', _, _] when TryDigits(s.AsSpan(5), out var month) && month is >= 1 and <= 12 =>
                Of(s, PeriodKind.Month, new LocalDate(year, month, 1), 1),
            ['-', 'W', _, _] when IsoWeek.TryParse(s, out var week) =>
                new KeyFigurePeriod(s, PeriodKind.Week, week.Monday, week.Sunday),
            _ => default,
        };
        result = found;
        return found._text is not null;
    }

    /// <summary>Whether the other period lies in this one; a week lies where its Thursday is.</summary>
    public bool Contains(KeyFigurePeriod other)
    {
        var (first, last) = other.Kind == PeriodKind.Week
            ? (other.First.PlusDays(3), other.First.PlusDays(3))
            : (other.First, other.Last);
        return other == this || (Kind < other.Kind && First <= first && last <= Last);
    }

    public int CompareTo(KeyFigurePeriod other) => (Last, -(int)Kind).CompareTo((other.Last, -(int)other.Kind));

    public override string ToString() =>
        _text ?? throw new InvalidOperationException("A KeyFigurePeriod was used that was never given a value.");

    public static bool operator <(KeyFigurePeriod left, KeyFigurePeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(KeyFigurePeriod left, KeyFigurePeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(KeyFigurePeriod left, KeyFigurePeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(KeyFigurePeriod left, KeyFigurePeriod right) => left.CompareTo(right) >= 0;

    private static KeyFigurePeriod Of(string text, PeriodKind kind, LocalDate first, int months) =>
        new(text, kind, first, first.PlusMonths(months).PlusDays(-1));

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        return text.IndexOfAnyExceptInRange('0', '9') < 0
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
