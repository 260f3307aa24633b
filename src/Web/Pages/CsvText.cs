using System.Text;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// CSV as spreadsheets here open it: semicolons, decimal comma, UTF-8 with a mark. What comes from a supplier can never
/// be read as a formula.
/// </summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    private CsvText()
    {
    }

    /// <summary>Begins with the source and what was asked, so that a saved file still says what it is.</summary>
    public static CsvText For(string source, string asked) =>
        new CsvText().Row("bron", source).Row("vraag", asked).Row();

    /// <summary>Begins with the names of the columns and nothing else: a program reads it, and rows say what they are.
    /// </summary>
    public static CsvText Headed(IReadOnlyList<string> columns)
    {
        var csv = new CsvText();
        csv._text.Append('\uFEFF');
        return csv.Row(columns);
    }

    public CsvText Row(params IReadOnlyList<object?> values)
    {
        _text.AppendJoin(';', values.Select(Field)).Append("\r\n");
        return this;
    }

    /// <summary>Writes what came together so far, and forgets it.</summary>
    public async Task WriteTo(Stream stream, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_text.ToString()), cancel);
        _text.Clear();
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_text.ToString())];

    private static string Field(object? value) => value switch
    {
        null => "",
        double number => number.ToString("0.##", Dutch.Culture),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static string Quoted(string text)
    {
        // A spreadsheet runs a text that begins so (OWASP: CSV injection); an apostrophe keeps it a text.
        var safe = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
