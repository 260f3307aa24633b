using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Twente.Igw.Architecture.Tests;

public sealed class BuildTests
{
    private const string Rules = "src/Directory.Build.props";
    private const string Versions = "src/Directory.Packages.props";
    private const string Ban = "src/BannedSymbols.txt";

    /// <summary>Build rules that hold for all projects and are set in one place.</summary>
    private static readonly Dictionary<string, string> Set = new(StringComparer.Ordinal)
    {
        ["TreatWarningsAsErrors"] = "true", ["Nullable"] = "enable", ["EnforceCodeStyleInBuild"] = "true",
        ["AnalysisLevel"] = "10.0-recommended", ["DisableTransitiveProjectReferences"] = "true",
        ["RestorePackagesWithLockFile"] = "true",
    };

    /// <summary>Properties with which a project could slip out from under the rules.</summary>
    private static readonly string[] Escapes =
    [
        .. Set.Keys, "WarningsNotAsErrors", "WarningLevel", "AnalysisMode", "RunAnalyzers", "RunAnalyzersDuringBuild",
        "CodeAnalysisTreatWarningsAsErrors", "ImportDirectoryBuildProps", "ManagePackageVersionsCentrally",
    ];

    private static readonly string[] Clocks =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now",
        "P:System.DateTimeOffset.UtcNow",
    ];

    [Fact]
    public void The_build_rules_of_the_house_are_set()
    {
        var rules = XElement.Parse(House.Read(Rules));
        Violations.None($"{Rules} sets them for every project.",
            Set.Where(rule => rules.Descendants(rule.Key).All(e => e.Value != rule.Value))
                .Select(rule => $"{Rules}: {rule.Key} is not {rule.Value}"));
        Assert.Contains($"../{Rules}", House.Read("tests/Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_project_leaves_the_build_rules() => Violations.None(
        $"Warnings are errors and nullable is on everywhere; {Rules} is the only place that says so.",
        from path in House.Files
        let name = Path.GetFileName(path)
        where path != Rules && (name.EndsWith(".csproj", StringComparison.Ordinal) || name == "Directory.Build.props")
        from property in XElement.Parse(House.Read(path)).Elements("PropertyGroup").Elements()
        where Escapes.Contains(property.Name.LocalName)
        select $"{path}: {property.Name.LocalName}");

    [Fact]
    public void No_folder_has_build_rules_of_its_own() => Violations.None(
        "One Directory.Build.props for src, one for tests that imports it.",
        House.Files.Where(f => Path.GetFileName(f) is "Directory.Build.props" or "Directory.Build.targets"
                or "Directory.Packages.props" or "Directory.Build.rsp")
            .Except([Rules, Versions, "tests/Directory.Build.props", "tests/Directory.Packages.props"],
                StringComparer.Ordinal));

    [Fact]
    public void No_file_turns_nullable_off() => Violations.None(
        "Say what may be null.",
        from file in House.Code
        from nullable in file.Directives<NullableDirectiveTriviaSyntax>()
        where nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword)
        select file.At(nullable));

    [Fact]
    public void Versions_of_packages_are_central() => Violations.None(
        $"{Versions} states every version.",
        from project in House.Projects
        from package in project.Xml.Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
            || package.Element("Version") is not null
        select $"{project.Path}: {package.Attribute("Include")?.Value}");

    [Fact]
    public void The_clock_is_banned_by_an_analyser()
    {
        var rules = XElement.Parse(House.Read(Rules));
        var banned = House.Lines(Ban).Select(line => line.Split(';')[0]).ToArray();
        Violations.None($"{Ban} lists them.", Clocks.Except(banned, StringComparer.Ordinal));
        Assert.Contains(rules.Descendants("PackageReference"),
            p => p.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(rules.Descendants("AdditionalFiles"),
            f => f.Attribute("Include")?.Value == "$(MSBuildThisFileDirectory)BannedSymbols.txt"
                && f.Attribute("Condition")?.Value is null or "'$(IsTestProject)' != 'true'");
    }

    [Fact]
    public void Only_Databases_may_use_what_is_banned() => Violations.None(
        "Use what BannedSymbols.txt says instead.",
        House.TextFiles.Where(f => f.StartsWith("src/", StringComparison.Ordinal) || f == ".editorconfig")
            .Where(f => !f.StartsWith("src/Databases/", StringComparison.Ordinal))
            .Where(f => House.Read(f).Contains("RS0030", StringComparison.Ordinal)));
}
