using System.Diagnostics;
using System.Text;

namespace Twente.Igw.Architecture.Tests;

/// <summary>The repository as text, from the folder that holds the solution.</summary>
internal static class House
{
    public const string Solution = "Twente.Igw.sln";

    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".gpkg", ".xlsx", ".zip"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files under version control, by path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Tracked { get; } = ListFiles("--cached");

    /// <summary>Tracked files and new ones that are not ignored: a file is judged before it is committed.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles("--cached", "--others", "--exclude-standard");

    /// <summary>C# that people write: everything but generated migrations.</summary>
    public static IReadOnlyList<CodeFile> Code { get; } =
    [
        .. Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => new CodeFile(f, Read(f))),
    ];

    public static IEnumerable<CodeFile> Product => Code.Where(f => f.IsUnder("src"));

    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(ProjectFile.Read)];

    public static IEnumerable<ProjectFile> ProductProjects => Projects.Where(p => p.IsProduct);

    public static IEnumerable<string> TextFiles =>
        Files.Where(f => !Binary.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase));

    public static bool Has(string path) => File.Exists(Full(path)) || Directory.Exists(Full(path));

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static string[] Lines(string path) => File.ReadAllLines(Full(path));

    private static string Full(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"No {Solution} above {AppContext.BaseDirectory}.");
    }

    private static string[] ListFiles(params string[] which)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = Root,
            UseShellExecute = false,
        };
        // A checkout owned by another user, as in a build container, is read as well.
        foreach (var argument in (string[])["-c", "safe.directory=*", "ls-files", "-z", .. which])
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"git ls-files failed in {Root} with exit code {git.ExitCode}.");
        return [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => File.Exists(Full(f))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
