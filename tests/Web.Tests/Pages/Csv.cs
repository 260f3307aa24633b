using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>Reads CSV as a spreadsheet here does, and holds it to its form.</summary>
internal static partial class Csv
{
    /// <summary>The header and the rows, without the lines on top that say what the file is.</summary>
    public static List<string[]> Read(byte[] bytes)
    {
        var lines = Lines(bytes);
        Assert.StartsWith("bron;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("vraag;", lines[1], StringComparison.Ordinal);
        return Table(lines[3..]);
    }

    /// <summary>The header and the rows of a file that has nothing on top.</summary>
    public static List<string[]> Table(byte[] bytes) => Table(Lines(bytes));

    private static string[] Lines(byte[] bytes)
    {
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("", lines[^1]);
        return lines[..^1];
    }

    private static List<string[]> Table(string[] lines)
    {
        var table = lines.Select(Fields).ToList();
        Assert.All(table, row => Assert.Equal(table[0].Length, row.Length));
        return table;
    }

    private static string[] Fields(string line) =>
        [.. Field.Matches(line + ';')
            .Select(m => m.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
            + m.Groups["plain"].Value)];

    [GeneratedRegex("""\G("(?<quoted>([^"]|"")*)"|(?<plain>[^";]*));""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field { get; }
}
