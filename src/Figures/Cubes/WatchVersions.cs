using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Sees within a second what another process changed: compares the versions of every tenant this process answers for
/// and reloads. A tenant that fails never stops the others.
/// </summary>
internal sealed class WatchVersions(
    ITenantCatalogue tenants, ITenantScopes scopes, TimeProvider time, ILogger<WatchVersions> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly RepeatedFailures _failures = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await Next(timer, stoppingToken))
            await Guarded("de gemeenten lezen", () => LookAtAll(stoppingToken));
    }

    /// <summary>One round over the loaded tenants; none while the database is known to be away.</summary>
    internal async Task LookAtAll(CancellationToken cancel)
    {
        foreach (var tenant in await tenants.List(cancel))
            if (tenants.IsCurrent)
                await Guarded($"de cijfers van {tenant.Id} volgen", () => Look(tenant.Id, cancel));
    }

    private async Task Look(TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await scopes.Open(tenant, cancel);
        var cubes = scope.Get<CubeStore>();
        if (cubes.IsLoaded)
            await cubes.Refresh(cancel);
        await scope.Get<KeyFigureStore>().RefreshIfLoaded(cancel);
    }

    private async Task Guarded(string what, Func<Task> look)
    {
        try
        {
            await _failures.Guard(what, look);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken cancel)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
