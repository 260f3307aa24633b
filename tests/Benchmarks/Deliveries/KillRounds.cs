using System.Diagnostics;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>Drops a file, kills the work at a random moment, starts it again; and looks all the while.</summary>
internal sealed class KillRounds(TestPlatform platform) : IAsyncDisposable
{
    private const int WeeksOfAFile = 26;

    private readonly Onlooker _onlooker = new(platform);
    private readonly WholeDeliveries _whole = new(platform, TestPlatform.Enschede);
    private readonly List<string> _partial = [];
    private WorkingIgw _igw = null!;
    private WeekTotals _before = null!;
    private int _files;

    public Durations VisibleAgain { get; } = new("started again to visible, killed before it");

    public Durations SettledAgain { get; } = new("started again to settled: filed, receipt");

    /// <summary>Kills fall within this long of the claim; it goes where about half of them come too late.</summary>
    public TimeSpan Window { get; private set; }

    public int Looks { get; private set; }

    public IReadOnlyList<string> Partial => _partial;

    /// <summary>Starts the work and lets it load two files: the second tells how long loading takes.</summary>
    public async Task Prepare(CancellationToken cancel)
    {
        _igw = await WorkingIgw.Start(platform, cancel, "work");
        _before = WeekTotals.Of(await _onlooker.Look(cancel));
        for (var i = 0; i < 2; i++)
        {
            var file = NextFile();
            await Claimed(await _onlooker.Drop(file, cancel), cancel);
            var claimed = Stopwatch.GetTimestamp();
            var after = _before.With(file);
            await _onlooker.Until(cube => WeekTotals.Of(cube).Equals(after), cancel);
            Window = Stopwatch.GetElapsedTime(claimed);
            _before = after;
        }
    }

    public async Task KillOnce(CancellationToken cancel)
    {
        var file = NextFile();
        var after = _before.With(file);
        await KillWhile(file, after, cancel);
        var wasVisible = await Look(after, cancel);
        Window *= wasVisible ? 0.8 : 1.25;
        _partial.AddRange(await _whole.Parts(cancel));

        var began = Stopwatch.GetTimestamp();
        _igw = await WorkingIgw.Start(platform, cancel, "work");
        while (!await Look(after, cancel))
            await Task.Delay(10, cancel);
        if (!wasVisible)
            VisibleAgain.Add(Stopwatch.GetElapsedTime(began));
        while (!await _whole.AreSettled(cancel))
            await Task.Delay(10, cancel);
        SettledAgain.Add(Stopwatch.GetElapsedTime(began));
        _before = after;
    }

    public ValueTask DisposeAsync() => _igw?.DisposeAsync() ?? ValueTask.CompletedTask;

    private InventedFile NextFile() => InventedTown.WeeklyFile(++_files, WeeksOfAFile);

    private async Task KillWhile(InventedFile file, WeekTotals after, CancellationToken cancel)
    {
        var path = await _onlooker.Drop(file, cancel);
        var fromDrop = Random.Shared.Next(5) == 0;
        if (!fromDrop)
            await Claimed(path, cancel);
        var wait = Random.Shared.NextDouble() * (fromDrop ? TimeSpan.FromSeconds(2) : Window);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < wait)
        {
            await Look(after, cancel);
            await Task.Delay(1, cancel);
        }
        await _igw.DisposeAsync();
    }

    /// <summary>A claimed file is taken out of the drop folder.</summary>
    private static async Task Claimed(string path, CancellationToken cancel)
    {
        while (File.Exists(path))
            await Task.Delay(1, cancel);
    }

    /// <summary>Whether a reader sees the file; anything but all of it or nothing is noted.</summary>
    private async Task<bool> Look(WeekTotals after, CancellationToken cancel)
    {
        var seen = WeekTotals.Of(await _onlooker.Look(cancel));
        Looks++;
        if (!seen.Equals(after) && !seen.Equals(_before))
            _partial.Add($"look {Looks}, file {_files}: neither the state before nor the one after");
        return seen.Equals(after);
    }
}
