namespace Twente.Igw.Figures;

/// <summary>
/// A number as a source writes it: digits with at most one mark, a comma or a point, which is always the decimal one.
/// Empty and CBS's sentinels are "not known"; anything else is a fault.
/// </summary>
/// <param name="Value">What it says.</param>
/// <param name="Decimals">Digits behind the mark.</param>
/// <param name="Mark">The mark, or <c>'\0'</c>: one file has one.</param>
public readonly record struct WrittenNumber(KeyFigureValue Value, int Decimals, char Mark)
{
    private const int MostDigits = 12;

    /// <summary>What CBS writes for a value that it keeps to itself or that does not exist.</summary>
    private static readonly string[] Sentinels = ["", "-99997", "-99995"];

    /// <summary>False when it is no number: blanks, signs, thousands separators, formulas.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenNumber number)
    {
        number = default;
        foreach (var sentinel in Sentinels)
            if (text.SequenceEqual(sentinel))
                return true;
        var mark = text.IndexOfAny(',', '.');
        var whole = mark < 0 ? text : text[..mark];
        var part = mark < 0 ? [] : text[(mark + 1)..];
        if (whole.Length is 0 or > MostDigits || !IsDigits(whole) || (mark >= 0 && part.Length == 0) || !IsDigits(part))
            return false;
        // More decimals than are kept would be lost silently; who reads says how many are too many.
        var kept = part[..Math.Min(2, part.Length)];
        var hundredths = Number(whole) * 100 + Number(kept) * (kept.Length == 1 ? 10 : 1);
        number = new WrittenNumber(
            KeyFigureValue.OfHundredths(hundredths), part.Length, mark < 0 ? '\0' : text[mark]);
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static long Number(ReadOnlySpan<char> digits) =>
        digits.IsEmpty ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
