using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through all drop zones, twice a second on disk and every minute or at a hint elsewhere; and at start, every
/// minute and after a failure through the rows for work that was left undone. One gemeente's trouble never keeps
/// another waiting.
/// </summary>
internal sealed class WatchDropZones(
    ITenantCatalogue tenants, ITenantScopes scopes, EmptyPlatformQuarantine quarantine, HintDropZones hints,
    ILogger<WatchDropZones> log) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly RepeatedFailures _failures = new(log);

    /// <summary>When each gemeente's rows were last looked through; absent when that is due.</summary>
    private readonly Dictionary<TenantId, long> _swept = [];
    private long? _emptied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            await _failures.Guard("de leveringsmappen langsgaan", () => LookAtAll(stoppingToken));
        }
        while (await hints.WaitForNextLook(stoppingToken));
    }

    private async Task LookAtAll(CancellationToken cancel)
    {
        foreach (var tenant in await tenants.List(cancel))
            if (!tenants.IsCurrent)
                // Jobs under way fail too: once the database is back their rows are looked for at once.
                _swept.Remove(tenant.Id);
            else if (!await _failures.Guard($"de leveringsmap van {tenant.Id}", () => LookAt(tenant.Id, cancel)))
                _swept.Remove(tenant.Id);
        if (tenants.IsCurrent && IsDue(_emptied)
            && await _failures.Guard("de quarantaine opruimen", () => quarantine.Execute(cancel)))
            _emptied = hints.Time.GetTimestamp();
    }

    private async Task LookAt(TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await scopes.Open(tenant, cancel);
        if (!_swept.TryGetValue(tenant, out var at) || IsDue(at))
        {
            await scope.Get<ResumeArrivals>().Execute(cancel);
            _swept[tenant] = hints.Time.GetTimestamp();
        }
        await scope.Get<FindArrivals>().Execute(cancel);
    }

    private bool IsDue(long? at) => at is null || hints.Time.GetElapsedTime(at.Value) >= Sweep;
}
