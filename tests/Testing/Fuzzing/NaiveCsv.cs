using System.Text;

namespace Twente.Igw.Testing;

/// <summary>
/// Reads CSV letter by letter, as one would explain it to somebody: written apart from the product's reader, to be
/// held against it. Slow is fine.
/// </summary>
internal static class NaiveCsv
{
    /// <summary>The rows, or null when the file is not CSV as the contracts allow it.</summary>
    public static List<string[]>? Read(byte[] file)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        return text.Length == 0 || text.Contains('\0') ? null : Rows(text);
    }

    private static List<string[]>? Rows(string text)
    {
        var rows = new List<string[]>();
        for (var at = 0; at < text.Length;)
        {
            var row = new List<string>();
            char? after;
            do
            {
                if (Field(text, ref at) is not { } field)
                    return null;
                row.Add(field);
                after = at < text.Length ? text[at++] : null;
            }
            while (after == ';');

            rows.Add([.. row]);
        }

        return rows;
    }

    /// <summary>The field that starts here; ends at its separator, at the line feed or at the end.</summary>
    private static string? Field(string text, ref int at)
    {
        if (at < text.Length && text[at] == '"')
            return Quoted(text, ref at);
        var start = at;
        while (at < text.Length && text[at] is not (';' or '\n'))
        {
            if (text[at] == '"')
                return null;
            at++;
        }

        var field = text[start..at];
        var isLineEnd = at < text.Length && text[at] == '\n';
        return isLineEnd && field.EndsWith('\r') ? field[..^1] : field;
    }

    private static string? Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[at++]);
            else
            {
                at++;
                if (at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n')
                    at++;
                return at == text.Length || text[at] is ';' or '\n' ? field.ToString() : null;
            }
        }

        return null;
    }
}
