using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through all drop folders twice a second, and at start and every minute through the rows for work that a
/// killed process left. One gemeente's trouble never keeps another waiting.
/// </summary>
internal sealed class WatchDropZones(
    ITenantCatalogue tenants, ITenantScopes scopes, EmptyPlatformQuarantine quarantine, TimeProvider time,
    ILogger<WatchDropZones> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Look, time);
        long? swept = null;
        do
        {
            var sweepNow = swept is null || time.GetElapsedTime(swept.Value) >= Sweep;
            await Guarded("quarantine", () => sweepNow ? quarantine.Execute(stoppingToken) : Task.CompletedTask);
            await Guarded("catalogue", async () =>
            {
                foreach (var tenant in await tenants.List(stoppingToken))
                    await Guarded(tenant.Id.Code, () => LookAt(tenant.Id, sweepNow, stoppingToken));
            });
            if (sweepNow)
                swept = time.GetTimestamp();
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAt(TenantId tenant, bool sweepToo, CancellationToken cancel)
    {
        await using var scope = await scopes.Open(tenant, cancel);
        if (sweepToo)
            await scope.Get<ResumeArrivals>().Execute(cancel);
        await scope.Get<FindArrivals>().Execute(cancel);
    }

    private async Task Guarded(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Looking through drop zones failed at {What}; it is tried again.", what);
        }
    }
}
