using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Figures;

/// <summary>
/// A calendar month or year of a published table, as StatLine writes it: <c>2023MM01</c>, <c>2023JJ00</c>. A year is
/// not the sum of its months: each is published, revised and counted on its own.
/// </summary>
public readonly record struct PublishedPeriod : IComparable<PublishedPeriod>
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private PublishedPeriod(int number) => Number = number;

    /// <summary><c>year × 100 + month</c>; month 0 is the whole year.</summary>
    public int Number { get; }

    public int Year => Number / 100;

    /// <summary>1 to 12, or null for a year.</summary>
    public int? Month => Number % 100 is > 0 and var month ? month : null;

    public static PublishedPeriod FromNumber(int number) =>
        TryParse(Print(number), out var period)
            ? period
            : throw new ArgumentOutOfRangeException(nameof(number), number, "This is no published period.");

    public static bool TryParse([NotNullWhen(true)] string? s, out PublishedPeriod result)
    {
        result = default;
        if (s is not { Length: 8 } || !s.Remove(4, 2).All(char.IsAsciiDigit))
            return false;
        var (year, rest) = (int.Parse(s.AsSpan(0, 4), CultureInfo.InvariantCulture), s[4..]);
        var month = int.Parse(s.AsSpan(6), CultureInfo.InvariantCulture);
        var exists = year is >= FirstYear and <= LastYear
            && (rest == "JJ00" || (rest.StartsWith("MM", StringComparison.Ordinal) && month is >= 1 and <= 12));
        result = exists ? new PublishedPeriod((year * 100) + month) : default;
        return exists;
    }

    public int CompareTo(PublishedPeriod other) => Number.CompareTo(other.Number);

    public override string ToString() => Print(Number);

    private static string Print(int number) => string.Create(
        CultureInfo.InvariantCulture, $"{number / 100:0000}{(number % 100 == 0 ? "JJ" : "MM")}{number % 100:00}");
}
