using System.Text.RegularExpressions;

namespace Twente.Igw.Architecture.Tests;

/// <summary>What the text of the house is searched for; a search takes one pass, whatever the text.</summary>
internal static class Pattern
{
    private const RegexOptions OnePass =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static Regex Of(string pattern) => new(pattern, OnePass);

    public static Regex AnyCase(string pattern) => new(pattern, OnePass | RegexOptions.IgnoreCase);

    /// <summary>Lines of a file that match, each as <c>path:line: what matched</c>.</summary>
    public static IEnumerable<string> In(string path, Regex pattern)
    {
        var lines = House.Lines(path);
        return Enumerable.Range(0, lines.Length).Where(at => pattern.IsMatch(lines[at]))
            .Select(at => $"{path}:{at + 1}: {pattern.Match(lines[at]).Value.Trim()}");
    }
}
