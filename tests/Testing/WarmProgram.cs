using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Twente.Igw.Testing;

/// <summary>
/// A process of <c>tests/Runner</c> that has started already and runs one verb after another. As many as there are
/// processors; each ends when the tests do, because nobody writes to it any more.
/// </summary>
internal sealed class WarmProgram
{
    private static readonly string Runner = Path.Combine(AppContext.BaseDirectory, "Twente.Igw.Runner.dll");
    private static readonly SemaphoreSlim Turns = new(Math.Max(2, Environment.ProcessorCount));
    private static readonly ConcurrentBag<WarmProgram> Idle = [];

    private readonly Process _process;

    private WarmProgram()
    {
        var start = new ProcessStartInfo("dotnet", [Runner])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>Whether this test run has the runner beside it.</summary>
    public static bool IsHere { get; } = File.Exists(Runner);

    /// <summary>Runs a verb as soon as one of the processes is free.</summary>
    /// <exception cref="InvalidOperationException">The process ended while it ran the verb.</exception>
    public static async Task<IgwProcess.Result> Run(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> settings, CancellationToken cancel)
    {
        await Turns.WaitAsync(cancel);
        try
        {
            var program = Idle.TryTake(out var idle) ? idle : new WarmProgram();
            // One that was not heard to its end is never asked again: its answer would be taken for the next one's.
            var result = await program.Ask(arguments, settings, cancel);
            Idle.Add(program);
            return result;
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<IgwProcess.Result> Ask(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> settings, CancellationToken cancel)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(
                JsonSerializer.Serialize(new { Arguments = arguments, Settings = settings }).AsMemory(), cancel);
            await _process.StandardInput.FlushAsync(cancel);
            var line = await _process.StandardOutput.ReadLineAsync(cancel)
                ?? throw new InvalidOperationException($"The program ended during: {string.Join(' ', arguments)}.");
            return JsonSerializer.Deserialize<IgwProcess.Result>(line)!;
        }
        catch
        {
            _process.Kill(entireProcessTree: true);
            _process.Dispose();
            throw;
        }
    }
}
