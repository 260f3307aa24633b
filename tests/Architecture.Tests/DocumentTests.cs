using System.Text.RegularExpressions;

namespace Twente.Igw.Architecture.Tests;

public sealed class DocumentTests
{
    private const int LongestReadme = 15;
    private const int LongestDecision = 30;

    private static readonly string[] TopLevel =
        ["src", "tests", "infra", "charts", House.Solution, "global.json", "README.md"];

    private static readonly Regex DecisionName = Pattern.Of(@"^src/decisions/(?<number>\d{4})-[a-z0-9-]+\.md$");

    // Written so that these lines do not match themselves.
    private static readonly Regex MachinePath = Pattern.Of(@"(^|[^\w.<])/(wor[k]|tm[p]/wt|hom[e]/\w+|roo[t])\b");

    private static readonly Regex RegistryHost =
        Pattern.AnyCase(@"https?://[^/\s""'<>]*(nuget|npm|artifactory|nexus|pypi|registry)[^/\s""'<>]*");

    private static readonly Regex Making = Pattern.AnyCase(@"\bsessions?\b");

    private static IEnumerable<string> Decisions =>
        House.Files.Where(f => f.StartsWith("src/decisions/", StringComparison.Ordinal));

    [Fact]
    public void Nothing_lies_at_the_top_but_what_is_named() => Violations.None(
        $"The top level is {string.Join(' ', TopLevel)} and dotfiles.",
        House.Tracked.Select(Top).Distinct(StringComparer.Ordinal).Where(name => !name.StartsWith('.'))
            .Except(TopLevel, StringComparer.Ordinal));

    [Fact]
    public void Everything_that_is_named_lies_at_the_top() => Violations.None(
        $"The top level is {string.Join(' ', TopLevel)} and dotfiles; missing are these.",
        TopLevel.Except(House.Tracked.Select(Top), StringComparer.Ordinal));

    [Fact]
    public void Every_capability_registers_itself_in_one_module() => Violations.None(
        "A capability has one XModule.cs, in its own folder.",
        from row in HouseMap.Rows
        where row.IsCapability
        let modules = House.Product.Where(f => f.IsUnder($"src/{row.Project}"))
            .Select(f => f.Path).Where(path => path.EndsWith("Module.cs", StringComparison.Ordinal)).ToArray()
        where modules is not [var only] || only != $"src/{row.Project}/{row.Project}Module.cs"
        select $"src/{row.Project}: {(modules.Length == 0 ? "none" : string.Join(", ", modules))}");

    [Fact]
    public void Every_capability_has_a_README_of_at_most_15_lines() => Violations.None(
        "What it is, its words, its rules, what it may not see.",
        from project in House.ProductProjects
        let readme = $"{project.Folder}/README.md"
        let lines = House.Has(readme) ? House.Lines(readme).Length : 0
        where lines is 0 or > LongestReadme
        select $"{readme}: {(lines == 0 ? "missing" : $"{lines} lines")}");

    [Fact]
    public void A_decision_has_at_most_30_lines() => Violations.None(
        "A decision that needs more is several.",
        from file in Decisions
        let length = House.Lines(file).Length
        where length > LongestDecision
        select $"{file}: {length} lines");

    [Fact]
    public void Decisions_are_numbered_without_gaps() => Assert.Equal(
        Decisions.Select((_, at) => (at + 1).ToString("0000", CultureInfo.InvariantCulture)),
        Decisions.Select(f => DecisionName.Match(f).Groups["number"].Value));

    [Fact]
    public void A_decision_states_status_date_context_and_consequences() => Violations.None(
        "Status and date, then the headings Context, Decision, Consequences.",
        from file in Decisions
        let text = House.Read(file)
        from part in (string[])["Status: ", "Date: ", "## Context", "## Decision", "## Consequences"]
        where !text.Contains(part, StringComparison.Ordinal)
        select $"{file}: {part.Trim()}");

    [Fact]
    public void Nothing_names_a_folder_of_one_machine() => Violations.None(
        "Paths are relative to the repository or come from configuration.",
        House.TextFiles.SelectMany(f => Pattern.In(f, MachinePath)));

    [Fact]
    public void Nothing_names_the_host_of_a_package_registry() => Violations.None(
        "Where packages come from is a setting of the machine.",
        House.TextFiles.SelectMany(f => Pattern.In(f, RegistryHost)));

    [Fact]
    public void Documents_speak_of_the_product_and_not_of_how_it_was_made() => Violations.None(
        "Leave out the word; a signed-in visit is a ticket.",
        House.TextFiles.Where(f => f.EndsWith(".md", StringComparison.Ordinal)).SelectMany(f => Pattern.In(f, Making)));

    private static string Top(string path) => path.Split('/')[0];
}
