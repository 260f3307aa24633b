using Microsoft.Extensions.Logging;

namespace Twente.Igw.Tenancy;

/// <summary>
/// What a process remembers of the database and reads anew after a second. While the database cannot be reached the
/// last copy stays in use, half a day at most, and nobody waits for what is known to be away.
/// </summary>
/// <param name="what">What is remembered, for the log.</param>
/// <param name="read">Reads it; given the copy there was.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Hears once that the database is away and once that it is back.</param>
public sealed class KeptCopy<T>(
    string what, Func<T?, CancellationToken, Task<T>> read, TimeProvider time, ILogger log) where T : class
{
    /// <summary>How long a question waits for a newer copy when there is an older one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>A database that says nothing for so long is taken to be away; before that it may be busy.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private volatile Kept? _kept;
    private volatile bool _away;
    private Task<Kept>? _reading;
    private long _triedAt;
    private int _generation;

    /// <summary>False while the last copy answers because the database cannot be reached.</summary>
    public bool IsCurrent => !_away;

    /// <summary>The copy, at most a second old while the database can be reached.</summary>
    public ValueTask<T> Get(CancellationToken cancel) =>
        _kept is { } kept && time.GetElapsedTime(kept.ReadAt) < Fresh ? new(kept.Value) : new(Newer(cancel));

    /// <summary>As it is in the database from now on, for a process that has just changed it itself.</summary>
    public async Task<T> Anew(CancellationToken cancel)
    {
        // What is being read already may have begun before the change.
        if (Volatile.Read(ref _reading) is Task earlier)
            await earlier.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Expire();
        return await Newer(cancel);
    }

    /// <summary>Makes the next question look at the database.</summary>
    public void Expire()
    {
        lock (_gate)
        {
            _triedAt = 0;
            // What is being read now may have begun before the change; it is nobody's answer from here on.
            _generation++;
            _reading = null;
            if (_kept is { } kept)
                _kept = kept with { ReadAt = 0 };
        }
    }

    private async Task<T> Newer(CancellationToken cancel)
    {
        var (kept, reading) = (_kept, Begin());
        if (kept is null || time.GetElapsedTime(kept.KnownAt) >= Longest)
            return (await reading.WaitAsync(cancel)).Value;
        if (_away && !reading.IsCompleted)
            return kept.Value;
        try
        {
            return (await reading.WaitAsync(Patience, time, cancel)).Value;
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble())
        {
            if (reading.IsCompleted || time.GetElapsedTime(Volatile.Read(ref _triedAt)) >= Silence)
                Away(failure);
            return kept.Value;
        }
    }

    /// <summary>The reading under way; a new one at most once a second.</summary>
    private Task<Kept> Begin()
    {
        lock (_gate)
        {
            var failedJustNow = _reading is { IsCompletedSuccessfully: false } && _kept is not null
                && time.GetElapsedTime(_triedAt) < Fresh;
            if (_reading is null || (_reading.IsCompleted && !failedJustNow))
            {
                _triedAt = time.GetTimestamp();
                var generation = _generation;
                _reading = Task.Run(() => Read(generation));
            }
            return _reading;
        }
    }

    private async Task<Kept> Read(int generation)
    {
        var at = time.GetTimestamp();
        // For everybody who waits, so nobody's going away ends it.
        var value = await read(_kept?.Value, CancellationToken.None);
        var kept = new Kept(value, at, at);
        lock (_gate)
            if (generation == _generation)
                _kept = kept;
        if (_away)
        {
            _away = false;
            log.LogWarning("De database is weer bereikbaar ({What})", what);
        }
        return kept;
    }

    private void Away(Exception failure)
    {
        lock (_gate)
        {
            if (_away)
                return;
            _away = true;
        }
        log.LogWarning(
            "De database is niet bereikbaar: {Why} Wat laatst bekend was blijft antwoorden ({What})",
            failure.GetBaseException().Message, what);
    }

    /// <param name="Value">What was read.</param>
    /// <param name="ReadAt">When; 0 when it must be read anew.</param>
    /// <param name="KnownAt">When, for how long it may stay in use.</param>
    private sealed record Kept(T Value, long ReadAt, long KnownAt);
}
