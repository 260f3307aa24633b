using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A name as it is compared: without capitals, accents and extra blanks, and with one sign for each kind of quote and
/// dash. What two people type for one street or column is the same then.
/// </summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsWhiteSpace(sign))
                folded.Append(Plain(sign));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static char Plain(char sign) => sign switch
    {
        '‘' or '’' or '`' or '´' => '\'',
        '‐' or '‑' or '–' or '—' => '-',
        _ => char.ToLowerInvariant(sign),
    };
}
