using System.Collections.Concurrent;
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

    /// <summary>Tenants whose last look failed, so that an outage is one line and not one a second.</summary>
    private readonly ConcurrentDictionary<string, bool> _failing = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await Next(timer, stoppingToken))
            await Guarded("catalogue", () => LookAtAll(stoppingToken));
    }

    /// <summary>One round over the loaded tenants.</summary>
    internal async Task LookAtAll(CancellationToken cancel)
    {
        foreach (var tenant in await tenants.List(cancel))
            await Guarded(tenant.Id.Code, () => Look(tenant.Id, cancel));
    }

    private async Task Look(TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await scopes.Open(tenant, cancel);
        var cubes = scope.Get<CubeStore>();
        if (cubes.IsLoaded)
            await cubes.Refresh(cancel);
        await scope.Get<KeyFigureStore>().RefreshIfLoaded(cancel);
    }

    private async Task Guarded(string whose, Func<Task> look)
    {
        try
        {
            await look();
            if (_failing.TryRemove(whose, out _))
                log.LogInformation("Figures of {Whose} are followed again", whose);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
        catch (Exception failure)
        {
            if (_failing.TryAdd(whose, true))
                log.LogWarning(failure, "Figures of {Whose} could not be refreshed; the last ones stay", whose);
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
