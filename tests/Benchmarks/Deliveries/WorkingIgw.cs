using System.Diagnostics;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>The built program doing its work on a data folder, as a process of its own.</summary>
internal sealed class WorkingIgw : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _ended;

    private WorkingIgw(Process process) => _process = process;

    /// <summary>Starts a verb that goes on, and returns when it says that it works.</summary>
    public static async Task<WorkingIgw> Start(
        TestPlatform platform, CancellationToken cancel, params IReadOnlyList<string> verb)
    {
        // The job storage is the program's own, and its to make.
        await Run(platform, cancel, "migrate");
        var igw = new WorkingIgw(Begin(platform, verb));
        igw._process.ErrorDataReceived += (_, line) => igw.Hear(line.Data);
        igw._process.BeginErrorReadLine();
        igw._process.BeginOutputReadLine();
        await igw._ready.Task.WaitAsync(TimeSpan.FromMinutes(2), cancel);
        return igw;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task Run(TestPlatform platform, CancellationToken cancel, params IReadOnlyList<string> verb)
    {
        using var process = Begin(platform, verb);
        process.BeginOutputReadLine();
        var errors = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"igw {string.Join(' ', verb)}: {errors}");
    }

    public int Id => _process.Id;

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static Process Begin(TestPlatform platform, IEnumerable<string> verb)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. verb, "--data", platform.Data.Root])
        {
            UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        foreach (var (name, value) in platform.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    /// <summary>Built beside this program, in the same configuration.</summary>
    private static string Program
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            var (framework, configuration) = (folder.Name, folder.Parent!.Name);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twente.Igw.sln")))
                folder = folder.Parent;
            return Path.Combine(
                folder?.FullName ?? "", "src", "Web", "bin", configuration, framework, "igw.dll");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            _ready.TrySetException(new InvalidOperationException($"{Program} stopped before it worked."));
        else if (line.Contains("Ctrl+C", StringComparison.Ordinal))
            _ready.TrySetResult();
        else
            Console.Error.WriteLine($"igw: {line}");
    }
}
