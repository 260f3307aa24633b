using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Twente.Igw.Benchmarks;

/// <summary>A small table on standard output, closed by the circumstances it was measured in.</summary>
internal sealed class Report
{
    private static readonly double[] Shares = [0.5, 0.95, 0.99, 1];

    private readonly double _loadBefore = Load();
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

    public Report(string title)
    {
        Console.WriteLine(title);
        Console.WriteLine();
    }

    public void Table(params IReadOnlyList<Durations> lines)
    {
        Console.WriteLine($"{"",-44}{"n",7}{"p50",12}{"p95",12}{"p99",12}{"max",12}");
        foreach (var line in lines)
            Say($"{line.What,-44}{line.Count,7}{string.Concat(Shares.Select(share => Milliseconds(line.At(share))))}");
        Console.WriteLine();
    }

    public void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the numbers cannot be read without.</summary>
    /// <param name="folder">Where the data lay; null when nothing was stored.</param>
    public void Close(string? folder)
    {
        var (took, used) = (Stopwatch.GetElapsedTime(_began), Environment.CpuUsage.TotalTime - _processor);
        Console.WriteLine();
        Say($"{Environment.ProcessorCount} cores, load {_loadBefore:N1} before and {Load():N1} after;");
        Say($"{took.TotalSeconds:N0} s, of which this process had a processor for {used.TotalSeconds:N0} s;");
        Say($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Optimised}");
        if (folder is not null)
            Say($"data on {new DriveInfo(folder).DriveFormat}");
    }

    private static string Milliseconds(double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value,9:N1} ms");

    private static string Optimised => typeof(Report).Assembly
        .GetCustomAttributes(typeof(DebuggableAttribute), false).Cast<DebuggableAttribute>()
        .Any(d => d.IsJITOptimizerDisabled) ? "not optimised: these numbers say nothing" : "optimised";

    /// <summary>Processes that wanted a processor over the last minute; NaN where the system does not say.</summary>
    private static double Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : double.NaN;
}
