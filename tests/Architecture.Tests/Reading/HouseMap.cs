namespace Twente.Igw.Architecture.Tests;

/// <summary>A row of the table of projects in <c>src/README.md</c>.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Kind">door, pure, slice, engines or shell.</param>
/// <param name="MayReference">Projects it may reference.</param>
internal sealed record MapRow(string Project, string Kind, IReadOnlyList<string> MayReference)
{
    /// <summary>A capability registers itself; the pure have nothing to register, the shell registers all.</summary>
    public bool IsCapability => Kind is not ("pure" or "shell");
}

/// <summary>The table of projects: the architecture, as people read it.</summary>
internal static class HouseMap
{
    public const string Path = "src/README.md";

    public static IReadOnlyList<MapRow> Rows { get; } = [.. Read()];

    private static IEnumerable<MapRow> Read() =>
        House.Lines(Path)
            .SkipWhile(line => Cells(line) is not ["project", "kind", "holds", "may reference"])
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(Cells)
            .Select(cells => new MapRow(cells[0], cells[1],
                [.. cells[3].Split(',', StringSplitOptions.TrimEntries).Where(name => name != "–")]));

    private static string[] Cells(string line) => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
}
