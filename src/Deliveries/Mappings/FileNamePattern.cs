using System.Text.RegularExpressions;

namespace Twente.Igw.Deliveries;

/// <summary>
/// How a supplier names his files, <c>Export Enschede {jaar} week {week}.xlsx</c>: <c>*</c> stands for anything. A name
/// with a year and a week says which week the file is about, also when it has no rows.
/// </summary>
internal sealed class FileNamePattern
{
    public const int Longest = 200;

    private const int FewestSigns = 3;
    private const string Year = "{jaar}";
    private const string Week = "{week}";

    private readonly Regex _regex;

    public FileNamePattern(string pattern)
    {
        var regex = Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)
            .Replace(Regex.Escape(Year), "(?<jaar>[0-9]{4})", StringComparison.Ordinal)
            .Replace(Regex.Escape(Week), "(?<week>[0-9]{1,2})", StringComparison.Ordinal);
        // One pass whatever the name is: names come from outside.
        _regex = new Regex($@"\A{regex}\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>Whether a file of this name is meant; capitals do not count.</summary>
    public bool Matches(string fileName) => _regex.IsMatch(fileName);

    /// <summary>The year and the week a name states; null where the pattern does not ask.</summary>
    public (int? Year, int? Week) Read(string fileName)
    {
        var match = _regex.Match(fileName);
        return (Number(match, "jaar"), Number(match, "week"));
    }

    /// <summary>Why a pattern cannot be used, as a Dutch sentence, or null.</summary>
    public static string? Objection(string pattern)
    {
        if (pattern.Length is 0 or > Longest || pattern.AsSpan().ContainsAny('/', '\\') || pattern.Any(char.IsControl))
            return $"De bestandsnaam heeft 1 tot {Longest} tekens en geen map.";
        if (RowText.FormOf(pattern) is not { } extension)
            return $"De bestandsnaam eindigt op {string.Join(" of ", RowText.Extensions)}.";
        if (Count(pattern, Year) > 1 || Count(pattern, Week) > 1 || Count(pattern, Week) > Count(pattern, Year))
            return "In de bestandsnaam staan {jaar} en {week} hooguit één keer, en {week} niet zonder {jaar}.";
        var fixedPart = pattern[..^extension.Length].Replace(Year, "", StringComparison.Ordinal)
            .Replace(Week, "", StringComparison.Ordinal);
        if (fixedPart.Count(char.IsLetterOrDigit) < FewestSigns)
            return $"De bestandsnaam noemt ten minste {FewestSigns} vaste letters of cijfers.";
        // Such a file is already a contract's own.
        return TableSchema.All.Any(s => pattern.StartsWith(s.Name + "_", StringComparison.OrdinalIgnoreCase))
            ? "Een bestand met de naam van een soort levering wordt nooit vertaald."
            : null;
    }

    private static int Count(string pattern, string part) => pattern.Split(part).Length - 1;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
