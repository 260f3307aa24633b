using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Twente.Igw.Web.Hosting;
using Xunit;

namespace Twente.Igw.Web.Tests.Verbs;

/// <summary>What the handbook tells to type can be typed.</summary>
public sealed partial class HandbookTests
{
    private static readonly string Repository = Find();

    /// <summary>Every verb of the program, as a tree.</summary>
    private static readonly RootCommand Igw = [.. Verbs()];

    public static TheoryData<string> Pages =>
    [
        "README.md", "charts/igw/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository, "infra"), "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository, f)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void A_verb_that_is_named_exists(string page) => Assert.All(
        Named.Matches(File.ReadAllText(Path.Combine(Repository, page))).Select(m => m.Groups["words"].Value),
        words => Assert.True(Exists(words.Split(' ')), words));

    [Fact]
    public void The_whole_program_is_looked_through()
    {
        Assert.True(Exists(["tenant", "rotate"]));
        Assert.True(Exists(["backup", "GM0153"]));
        Assert.False(Exists(["tenant", "shuffle"]));
    }

    /// <summary>Words are verbs as long as the one before has any below it; what follows is its own.</summary>
    private static bool Exists(string[] words)
    {
        Command at = Igw;
        foreach (var word in words)
        {
            if (at.Subcommands.Count == 0)
                return true;
            if (at.Subcommands.FirstOrDefault(c => c.Name == word) is not { } next)
                return false;
            at = next;
        }
        return true;
    }

    private static IEnumerable<Command> Verbs() =>
        from type in typeof(PlatformSettings).Assembly.GetTypes()
        where type.Name.TrimEnd('s').EndsWith("Verb", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.GetParameters().Length == 0
        from command in method.ReturnType == typeof(Command) ? [(Command)method.Invoke(null, null)!]
            : method.ReturnType == typeof(IEnumerable<Command>) ? (IEnumerable<Command>)method.Invoke(null, null)! : []
        select command;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"(`|^ {4}|\n {4})igw (?<words>[a-z]+( [a-z-]+)*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named { get; }
}
