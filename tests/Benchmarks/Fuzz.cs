using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>fuzz</c>: mutated files of every contract, as CSV, workbook and archive. Exit code 1 when one crashes, hangs,
/// takes too much memory or is judged otherwise than by plain, slow code.
/// </summary>
internal static class Fuzz
{
    private const long MostMemory = 256L * 1024 * 1024;
    private static readonly TimeSpan LongestAllowed = TimeSpan.FromSeconds(10);

    public static Command Command()
    {
        var files = new Argument<int>("files") { Description = "How many", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed, the same files", DefaultValueFactory = _ => 1,
        };
        var command = new Command("fuzz", "Mutated files against the contracts' checks and a slow checker")
        {
            files, seed,
        };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(seed), parsed.GetValue(files), cancel));
        return command;
    }

    private static async Task<int> Run(int seed, int files, CancellationToken cancel)
    {
        var (report, run) = (new Report($"Fuzzing {files} files, seed {seed}."), new FuzzRun(seed));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // On a thread of its own: a file that hangs is seen from here.
        var work = Task.Factory.StartNew(
            () => run.Execute(files, stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var hangs = 0;
        while (!work.IsCompleted && hangs == 0)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1), cancel));
            if (run.Busy > LongestAllowed)
                hangs = 1;
        }

        if (hangs == 0)
            await work;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        foreach (var wrong in run.Wrong)
            Console.WriteLine($"{wrong}\n");
        report.Say($"{run.Files} files, of which {run.Workbooks} workbooks and {run.Mapped} to be mapped");
        report.Say($"accepted {run.Accepted} times");
        report.Say($"crashes {run.Crashes}, hangs {hangs} (at file {run.Current}), differences {run.Differences}");
        report.Say($"longest {run.Longest.TotalMilliseconds:N0} ms, peak memory {peak / 1024 / 1024} MB");
        report.Close(null);
        return run.Crashes + hangs + run.Differences == 0 && peak < MostMemory ? 0 : 1;
    }
}
