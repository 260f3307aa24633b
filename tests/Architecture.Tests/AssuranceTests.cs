using System.Text.RegularExpressions;

namespace Twente.Igw.Architecture.Tests;

/// <summary>The mappings of standards in infra name what there is, or they assure nothing.</summary>
public sealed class AssuranceTests
{
    // Columns of their tables, counted from the bar before the first.
    private const int How = 3;
    private const int Tests = 4;

    private static readonly string[] Mappings = ["infra/asvs.md", "infra/bio2.md"];

    private static readonly Regex Named = Pattern.Of("`(?<name>[^`]+)`");

    private static readonly Regex Declared = Pattern.Of(@"\b(class|void|Task)\s+(?<name>[A-Z]\w+)");

    [Fact]
    public void A_test_that_is_named_exists()
    {
        var there = House.Code.Where(f => f.IsUnder("tests"))
            .SelectMany(f => Declared.Matches(House.Read(f.Path)).Select(m => m.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Violations.None(
            "A test that was renamed is renamed in the mapping too.",
            from name in In(Tests)
            where !there.Contains(name)
            select name);
    }

    [Fact]
    public void A_file_that_is_named_exists() => Violations.None(
        "A file that was renamed is renamed in the mapping too.",
        from name in In(How)
        where name.EndsWith(".cs", StringComparison.Ordinal) || name.EndsWith(".razor", StringComparison.Ordinal)
        where !House.Files.Any(f => f == name || f.EndsWith("/" + name, StringComparison.Ordinal))
        select name);

    private static IEnumerable<string> In(int column) =>
        from file in Mappings
        from line in House.Lines(file)
        where line.StartsWith('|')
        let cells = line.Split('|')
        where cells.Length > column
        from match in Named.Matches(cells[column])
        select match.Groups["name"].Value;
}
