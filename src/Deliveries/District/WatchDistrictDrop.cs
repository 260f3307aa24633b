using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through the district's drop zone, twice a second on disk, and every minute for what a killed process left.
/// Beside the watch over the gemeenten's own folders, so that splitting a large file keeps none of them waiting.
/// </summary>
internal sealed class WatchDistrictDrop(
    FindDistrictFiles find, SettleDistrictFiles settle, TimeProvider time, IOptions<StorageOptions> storage,
    ILogger<WatchDistrictDrop> log)
    : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly RepeatedFailures _failures = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(storage.Value.PollEvery, time);
        long? swept = null;
        do
        {
            var sweepNow = swept is null || time.GetElapsedTime(swept.Value) >= Sweep;
            await _failures.Guard("de leveringsmap van het district", () => Look(sweepNow, stoppingToken));
            if (sweepNow)
                swept = time.GetTimestamp();
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(bool sweepNow, CancellationToken cancel)
    {
        if (await find.Execute(cancel) > 0 || sweepNow)
            await settle.Execute(cancel);
    }
}
