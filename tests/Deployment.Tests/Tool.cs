using System.Diagnostics;

namespace Twente.Igw.Deployment.Tests;

/// <summary>Programs as an operator runs them, in the repository.</summary>
internal static class Tool
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Repository { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Repository, .. parts]);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task<string> Run(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var (code, output, errors) = await Try(program, arguments, settings);
        return code == 0
            ? output : throw new InvalidOperationException($"{program} answered {code}.\n{output}\n{errors}");
    }

    /// <summary>Runs a program to its end, however that comes out.</summary>
    public static async Task<(int Code, string Output, string Errors)> Try(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(Start(program, arguments, settings ?? new Dictionary<string, string>()))!;
        var (output, errors) =
            (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await errors);
    }

    public static ProcessStartInfo Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository, UseShellExecute = false,
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
