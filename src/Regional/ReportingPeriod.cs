using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Regional;

/// <summary>The units of time that the region publishes.</summary>
public enum PeriodUnit
{
    Month,
    Quarter,
    Year,
}

/// <summary>
/// A calendar month, quarter or year: <c>2025-03</c>, <c>2025-K1</c>, <c>2025</c>. Months lie in quarters and quarters
/// in years; a week belongs to the month of its Thursday.
/// </summary>
/// <param name="Unit">How long it is.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Number">Month 1–12, quarter 1–4; 1 for a year.</param>
public readonly record struct ReportingPeriod(PeriodUnit Unit, int Year, int Number) : IComparable<ReportingPeriod>
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public static ReportingPeriod Month(int year, int month) => new(PeriodUnit.Month, year, month);

    /// <summary>The month a day lies in.</summary>
    public static ReportingPeriod MonthOf(DateOnly day) => Month(day.Year, day.Month);

    /// <summary>Months of the period: 1, 3 or 12.</summary>
    public int Length => Unit switch { PeriodUnit.Month => 1, PeriodUnit.Quarter => 3, _ => 12 };

    public DateOnly FirstDay => new(Year, ((Number - 1) * Length) + 1, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Length).AddDays(-1);

    /// <summary>The month it ends with.</summary>
    public ReportingPeriod LastMonth => MonthOf(LastDay);

    /// <summary>The same period a year earlier.</summary>
    public ReportingPeriod YearEarlier => this with { Year = Year - 1 };

    /// <summary>The period of this unit before it.</summary>
    public ReportingPeriod Previous => Of(Unit, FirstDay.AddMonths(-Length));

    /// <summary>The period of this unit after it.</summary>
    public ReportingPeriod Next => Of(Unit, FirstDay.AddMonths(Length));

    /// <summary>The months in it, in order.</summary>
    public IEnumerable<ReportingPeriod> Months()
    {
        for (var month = 0; month < Length; month++)
            yield return MonthOf(FirstDay.AddMonths(month));
    }

    /// <summary>The period of a unit that a day lies in.</summary>
    public static ReportingPeriod Of(PeriodUnit unit, DateOnly day) => unit switch
    {
        PeriodUnit.Month => MonthOf(day),
        PeriodUnit.Quarter => new(unit, day.Year, ((day.Month - 1) / 3) + 1),
        _ => new(unit, day.Year, 1),
    };

    /// <summary>Reads <c>2025-03</c>, <c>2025-K1</c> or <c>2025</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportingPeriod period)
    {
        period = default;
        if (text is null || text.Length < 4 || !Number4(text.AsSpan(0, 4), out var year))
            return false;
        var found = text.AsSpan(4) switch
        {
            [] => new ReportingPeriod(PeriodUnit.Year, year, 1),
            ['-', 'K', >= '1' and <= '4' and var quarter] => new(PeriodUnit.Quarter, year, quarter - '0'),
            ['-', >= '0' and <= '1' and var tens, >= '0' and <= '9' and var ones] =>
                new(PeriodUnit.Month, year, ((tens - '0') * 10) + ones - '0'),
            _ => default,
        };
        if (found.Year == 0 || found.Number is < 1 or > 12)
            return false;
        period = found;
        return true;
    }

    /// <exception cref="FormatException">It is no period.</exception>
    public static ReportingPeriod Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is geen periode: verwacht 2025-03, 2025-K1 of 2025.");

    /// <summary>By the day on which it ends, then the longer one last.</summary>
    public int CompareTo(ReportingPeriod other) =>
        (LastDay, Length).CompareTo((other.LastDay, other.Length));

    public override string ToString() => Unit switch
    {
        PeriodUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        PeriodUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-K{Number}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    private static bool Number4(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
        && year is >= FirstYear and <= LastYear;
}
