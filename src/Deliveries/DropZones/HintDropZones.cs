using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Wakes the watch over the drop zones: looking at all of them is the truth, a hint only says that now is a good time.
/// </summary>
[PlatformJob]
public sealed class HintDropZones(IOptions<StorageOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>However many hints come, drop zones are looked through no more often than this.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _hinted = new(0, 1);

    internal TimeProvider Time => time;

    /// <summary>Something came in somewhere; which gemeente's it is nobody asks.</summary>
    public void Execute()
    {
        try
        {
            _hinted.Release();
        }
        catch (SemaphoreFullException)
        {
            // Hinted already; one look finds everything.
        }
    }

    public void Dispose() => _hinted.Dispose();

    /// <summary>Returns when it is time to look again.</summary>
    internal async Task<bool> WaitForNextLook(CancellationToken cancel)
    {
        var every = options.Value.PollEvery;
        var least = every < Least ? every : Least;
        await Task.Delay(least, time, cancel);
        if (every > least)
            await WaitForHint(every - least, cancel);
        return true;
    }

    private async Task WaitForHint(TimeSpan longest, CancellationToken cancel)
    {
        using var enough = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancel);
        try
        {
            await _hinted.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nothing was hinted at: it is time anyway.
        }
    }
}
