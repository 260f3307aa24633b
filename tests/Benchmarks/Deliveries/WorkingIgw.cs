using System.Diagnostics;

namespace Twente.Igw.Benchmarks;

/// <summary>The built program doing its work on a data folder, as a process of its own.</summary>
internal sealed class WorkingIgw : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _ended;

    private WorkingIgw(Process process) => _process = process;

    /// <summary>Starts <c>igw work</c>; returns when it says that it works.</summary>
    public static async Task<WorkingIgw> Start(string data, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "work", "--data", data])
        {
            UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        var igw = new WorkingIgw(Process.Start(start)!);
        igw._process.ErrorDataReceived += (_, line) => igw.Hear(line.Data);
        igw._process.BeginErrorReadLine();
        igw._process.BeginOutputReadLine();
        await igw._ready.Task.WaitAsync(TimeSpan.FromMinutes(2), cancel);
        return igw;
    }

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
