using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Asks every ten seconds whether files can be reached, so that also a process that only answers pages can say so.
/// </summary>
internal sealed class WatchStorage(FileStore store, StorageState state, TimeProvider time, ILogger<WatchStorage> log)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private readonly RepeatedFailures _failures = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Look, time);
        do
        {
            await _failures.Guard("de opslag van bestanden bereiken", () => Execute(stoppingToken));
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    public async Task Execute(CancellationToken cancel)
    {
        try
        {
            await store.Reach(cancel);
            state.Reached();
        }
        catch (IOException)
        {
            state.NotReached();
            throw;
        }
    }
}
