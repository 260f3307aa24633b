using System.Text.RegularExpressions;

namespace Twente.Igw.Web.Evidence;

/// <summary>
/// Fills in a text of <c>infra/templates</c>: each word between double braces becomes what it stands for. What the
/// gemeente herself must write is left as it is, between ‹ and ›.
/// </summary>
internal static partial class FillTemplate
{
    private const string Prefix = "templates/";

    /// <summary>The names of all there are.</summary>
    public static IEnumerable<string> Names => typeof(FillTemplate).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])
        .Order(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The text asks for a word that nothing stands for.</exception>
    public static string With(string name, IReadOnlyDictionary<string, string> words)
    {
        using var text = new StreamReader(typeof(FillTemplate).Assembly.GetManifestResourceStream(Prefix + name)!);
        return Word.Replace(text.ReadToEnd(), word => words[word.Groups["word"].Value]);
    }

    [GeneratedRegex(@"\{\{(?<word>[a-z-]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word { get; }
}
