namespace Twente.Igw.Testing;

/// <summary>Real source files, which lie beside the repository and are not part of it.</summary>
public static class SharedFiles
{
    /// <summary>What <c>IGW_TEST_DATA</c> names, else <c>../shared/data</c> seen from the repository.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("IGW_TEST_DATA")
        ?? Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data"));

    /// <summary>The nearest folder above the program with the solution in it.</summary>
    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twente.Igw.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? AppContext.BaseDirectory;
        }
    }
}
