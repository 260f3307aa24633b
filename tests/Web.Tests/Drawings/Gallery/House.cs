namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>Where the repository is.</summary>
internal static class House
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No solution above the tests.");
    }
}
