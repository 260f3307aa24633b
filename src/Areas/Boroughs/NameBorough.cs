using System.Text;

namespace Twente.Igw.Areas;

/// <summary>Makes the code of a new borough out of its name: <c>Noord-Oost</c> becomes <c>noord-oost</c>.</summary>
internal static class NameBorough
{
    /// <summary>A code that no borough of the municipality has or ever had, so that an old link never lies.</summary>
    public static AreaCode New(AreaCode municipality, string name, BoroughBook book)
    {
        var taken = book.Changes.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var plain = Plain(name);
        return Enumerable.Range(1, int.MaxValue)
            .Select(n => AreaCode.OfBorough(municipality, n == 1 ? plain : Numbered(plain, n)))
            .First(code => !taken.Contains(code.Code));
    }

    private static string Numbered(string plain, int number)
    {
        var end = $"-{number}";
        return plain[..Math.Min(plain.Length, AreaCode.BoroughNameLength - end.Length)].TrimEnd('-') + end;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(sign))
                plain.Append(sign);
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark
                && plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        var text = plain.ToString();
        text = text[..Math.Min(text.Length, AreaCode.BoroughNameLength)].Trim('-');
        return text.Length == 0 ? "deel" : text;
    }
}
