using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Identity;

/// <summary>
/// Reads the platform's keys again and again, ten times while a new one is announced, and makes the next ones when it
/// is time.
/// </summary>
internal sealed partial class WatchKeys(
    KeyRing ring, IOptions<SignInOptions> signIn, TimeProvider time, ILogger<WatchKeys> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(signIn.Value.KeyAnnounced / 10, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await ring.Load(stoppingToken);
                await ring.Rotate(always: false, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The keys read before stay in use; the next time is early enough.
                LogFailure(failure);
            }
    }

    [LoggerMessage(LogLevel.Warning, "De sleutels van het platform zijn nu niet te lezen.")]
    private partial void LogFailure(Exception failure);
}
