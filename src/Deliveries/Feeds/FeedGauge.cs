using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// The state of feeds as a metric for the operator: <c>igw.feed.state</c> is 1 for the state a feed is in and 0 for the
/// others. Tags name gemeente, contract, supplier and state; no figures.
/// </summary>
public sealed class FeedGauge : IDisposable
{
    public const string Name = "igw.feed.state";

    /// <summary>A feed that nobody looked at for this long is not reported: its gemeente may be gone.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<TenantId, Looked> _seen = new();
    private readonly TimeProvider _time;
    private readonly Meter _meter = new(PlatformMeter.Name);

    public FeedGauge(TimeProvider time)
    {
        _time = time;
        _meter.CreateObservableGauge(Name, Observe, description: "1 for the state a feed is in, 0 for the others.");
    }

    /// <summary>Whether an instrument is this one's: another platform in the same process has its own.</summary>
    public bool Owns(Instrument instrument) => ReferenceEquals(instrument?.Meter, _meter);

    public void Dispose() => _meter.Dispose();

    internal void Put(TenantId tenant, IReadOnlyList<FeedHealth> feeds) =>
        _seen[tenant] = new Looked(_time.GetUtcNow(), feeds);

    private IEnumerable<Measurement<int>> Observe() =>
        from seen in _seen
        where _time.GetUtcNow() - seen.Value.At < Fresh
        from feed in seen.Value.Feeds
        from state in Enum.GetValues<FeedState>()
        select new Measurement<int>(
            feed.State == state ? 1 : 0, new(PlatformMeter.Tenant, seen.Key.Code), new("contract", feed.Contract),
            new("leverancier", feed.Supplier), new("stand", FeedWords.Of(state)));

    private sealed record Looked(DateTimeOffset At, IReadOnlyList<FeedHealth> Feeds);
}
