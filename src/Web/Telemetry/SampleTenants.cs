using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Telemetry;

/// <summary>
/// Looks at each gemeente once in a while, as the operator's page does, and keeps what it saw for the metrics: whether
/// she is open, how many files wait and since when her figures are what they are. Only where work is done, so that
/// many processes that answer do not all ask.
/// </summary>
internal sealed class SampleTenants : BackgroundService
{
    private readonly Meter _meter = new(PlatformMeter.Name);
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly RepeatedFailures _failures;
    private volatile IReadOnlyList<OperatorRow> _rows = [];

    public SampleTenants(
        IServiceScopeFactory scopes, TimeProvider time, IOptions<TelemetryOptions> options, ILogger<SampleTenants> log)
    {
        (_scopes, _time, _every, _failures) = (scopes, time, options.Value.Every, new RepeatedFailures(log));
        _meter.CreateObservableGauge(
            "igw.tenant.open", () => Each(row => row.State == "open" ? 1 : 0), null,
            "1 for a gemeente that can be used, 0 for one that waits, is being changed or cannot be reached.");
        _meter.CreateObservableGauge(
            "igw.arrivals.waiting", () => Each(row => row.Waiting), null, "Files that wait for their turn.");
        _meter.CreateObservableGauge(
            "igw.mails.waiting", () => Each(row => row.Unsent), null, "Mails that wait to be sent.");
        _meter.CreateObservableGauge("igw.scan.age", ScanAges, "s", "How long the oldest file waits to be scanned.");
        _meter.CreateObservableGauge(
            "igw.version.age", VersionAges, "s", "Since when the figures are what they are: the last accepted file.");
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turns = new PeriodicTimer(_every, _time);
        do
            await _failures.Guard("de gemeenten bekijken voor de metingen", () => Look(stoppingToken));
        while (await turns.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        _rows = await scope.ServiceProvider.GetRequiredService<ReadTenants>().Execute(cancel);
    }

    private IEnumerable<Measurement<int>> Each(Func<OperatorRow, int> value) =>
        _rows.Select(row => new Measurement<int>(value(row), Whose(row)));

    private IEnumerable<Measurement<double>> ScanAges() =>
        _rows.Select(row => new Measurement<double>(row.Unscanned is { } since ? SecondsSince(since) : 0, Whose(row)));

    /// <summary>Of who never had a delivery there is nothing to say.</summary>
    private IEnumerable<Measurement<double>> VersionAges() =>
        from row in _rows
        where row.LastAccepted is not null
        select new Measurement<double>(SecondsSince(row.LastAccepted!.Value), Whose(row));

    private double SecondsSince(DateTime utc) => Math.Max(0, (_time.GetUtcNow().UtcDateTime - utc).TotalSeconds);

    private static KeyValuePair<string, object?> Whose(OperatorRow row) =>
        new(PlatformMeter.Tenant, row.Tenant.Id.Code);
}
