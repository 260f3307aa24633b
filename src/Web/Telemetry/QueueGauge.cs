using System.Diagnostics.Metrics;
using Hangfire;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Telemetry;

/// <summary>
/// How much work waits, runs and was given up, over all gemeenten: <c>igw.jobs</c>. Read when metrics are sent; while
/// job storage is away there is no value, which is what its alert looks for.
/// </summary>
internal sealed class QueueGauge : IHostedService, IDisposable
{
    private readonly Meter _meter = new(PlatformMeter.Name);
    private readonly JobStorage _jobs;

    public QueueGauge(JobStorage jobs)
    {
        _jobs = jobs;
        _meter.CreateObservableGauge("igw.jobs", Observe, null, "Jobs by state; never how many succeeded.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private Measurement<long>[] Observe()
    {
        var now = _jobs.GetMonitoringApi().GetStatistics();
        return
        [
            State("wacht", now.Enqueued), State("bezig", now.Processing), State("later", now.Scheduled),
            State("opgegeven", now.Failed), State("werkers", now.Servers),
        ];
    }

    private static Measurement<long> State(string state, long count) =>
        new(count, new KeyValuePair<string, object?>("stand", state));
}
