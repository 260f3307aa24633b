using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Lets work that is tried again and again fail without stopping the rest: the log hears of it when it begins and when
/// it is over, not each time.
/// </summary>
public sealed class RepeatedFailures(ILogger log)
{
    private readonly ConcurrentDictionary<string, bool> _failing = new(StringComparer.Ordinal);

    /// <summary>Does the work; only being stopped gets out.</summary>
    /// <param name="what">What is done and for whom, in the words of the log.</param>
    /// <param name="work">The work.</param>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> Guard(string what, Func<Task> work)
    {
        try
        {
            await work();
            if (_failing.TryRemove(what, out _))
                log.LogWarning("Gaat weer goed: {What}", what);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (!_failing.TryAdd(what, true))
                return false;
            // Where database or storage is to blame its own words are enough; anything else wants a trace.
            if (failure.IsDatabaseTrouble() || failure is StorageAwayException)
                log.LogWarning(
                    "Gaat nu niet en wordt herhaald: {What}. {Why}", what, failure.GetBaseException().Message);
            else
                log.LogError(failure, "Gaat nu niet en wordt herhaald: {What}", what);
            return false;
        }
    }
}
