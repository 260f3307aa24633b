using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A value from a file as it may be shown: at most 100 characters, with signs that steer a terminal or turn the
/// direction of a text made visible.
/// </summary>
internal static class PrintableValue
{
    public const int MaxLength = 100;

    /// <summary>Enough bytes for the characters shown; a field can be 64 MiB.</summary>
    private const int MaxBytes = (MaxLength + 1) * 4;

    public static string Of(ReadOnlySpan<byte> utf8) =>
        Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, MaxBytes)]));

    public static string Of(string value)
    {
        if (value.Length <= MaxLength && value.All(c => c is >= ' ' and <= '~'))
            return value;
        var shown = new StringBuilder(MaxLength);
        foreach (var rune in value.EnumerateRunes())
        {
            var sign = Visible(rune);
            if (shown.Length + sign.Length >= MaxLength)
                return shown.Append('…').ToString();
            shown.Append(sign);
        }

        return shown.ToString();
    }

    private static string Visible(Rune rune) => rune.Value switch
    {
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(), // ␀ to ␟, the pictures Unicode has for these
        0x7F => "␡",
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned =>
                string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
            _ => rune.ToString(),
        },
    };
}
