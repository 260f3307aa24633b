using System.Diagnostics.Metrics;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// How long a file lay between being found and being decided on, as a metric for the operator:
/// <c>igw.ingest.lag</c>, in seconds.
/// </summary>
internal sealed class IngestMeter : IDisposable
{
    private static readonly InstrumentAdvice<double> Limits = new()
    {
        // From what a weekly file takes to what somebody is called for.
        HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14400],
    };

    private readonly Meter _meter = new(PlatformMeter.Name);
    private readonly Histogram<double> _lag;
    private readonly TimeProvider _time;

    public IngestMeter(TimeProvider time)
    {
        _time = time;
        _lag = _meter.CreateHistogram(
            "igw.ingest.lag", "s", "From a file being found to its decision, visible to readers.", null, Limits);
    }

    public void Decided(TenantId tenant, DateTime foundAt) => _lag.Record(
        Math.Max(0, (_time.GetUtcNow().UtcDateTime - foundAt).TotalSeconds),
        new KeyValuePair<string, object?>(PlatformMeter.Tenant, tenant.Code));

    public void Dispose() => _meter.Dispose();
}
