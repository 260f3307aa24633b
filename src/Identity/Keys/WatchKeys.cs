using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Identity;

/// <summary>Reads the platform's keys again each minute, and makes the next ones when it is time.</summary>
internal sealed partial class WatchKeys(KeyRing ring, TimeProvider time, ILogger<WatchKeys> log) : BackgroundService
{
    private static readonly TimeSpan Each = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Each, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await ring.Load(stoppingToken);
                await ring.Rotate(always: false, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The keys read before stay in use; a minute later is early enough.
                LogFailure(failure);
            }
    }

    [LoggerMessage(LogLevel.Warning, "De sleutels van het platform zijn nu niet te lezen.")]
    private partial void LogFailure(Exception failure);
}
