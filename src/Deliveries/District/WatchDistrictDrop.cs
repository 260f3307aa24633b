using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through the district's drop zone, twice a second on disk, and every minute for what a killed process left.
/// Beside
/// the watch over the gemeenten's own folders, so that splitting a large file keeps none of them waiting.
/// </summary>
internal sealed class WatchDistrictDrop(
    FindDistrictFiles find, SettleDistrictFiles settle, TimeProvider time, IOptions<StorageOptions> storage,
    ILogger<WatchDistrictDrop> log)
    : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(storage.Value.PollEvery, time);
        long? swept = null;
        do
        {
            var sweepNow = swept is null || time.GetElapsedTime(swept.Value) >= Sweep;
            try
            {
                if (await find.Execute(stoppingToken) > 0 || sweepNow)
                    await settle.Execute(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Dealing with district files failed; it is tried again.");
            }

            if (sweepNow)
                swept = time.GetTimestamp();
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }
}
