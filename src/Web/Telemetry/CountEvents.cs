using System.Diagnostics.Metrics;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Telemetry;

/// <summary>
/// Counts what is put on the record and what somebody without an account tries: deliveries by outcome, crossings that
/// were refused, sign-ins that failed. What is counted carries the gemeente it happened to and nothing else of it.
/// </summary>
internal sealed class CountEvents : IDisposable
{
    /// <summary>What became of a delivery, by the name of its event.</summary>
    private static readonly Dictionary<string, string> Outcomes = new(StringComparer.Ordinal)
    {
        ["delivery.accepted"] = "geaccepteerd", ["delivery.held"] = "aangehouden",
        ["delivery.refused"] = "geweigerd", ["delivery.repeated"] = "herhaling",
        ["delivery.withdrawn"] = "ingetrokken", ["arrival.lost"] = "verloren",
        ["arrival.unscanned"] = "niet te controleren",
    };

    private static readonly HashSet<string> Crossings =
        new(["access.refused", "token.refused"], StringComparer.Ordinal);

    private readonly Meter _meter = new(PlatformMeter.Name);
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _crossings;
    private readonly Counter<long> _signIns;

    public CountEvents()
    {
        _deliveries = _meter.CreateCounter<long>("igw.deliveries", null, "Deliveries, by what became of them.");
        _crossings = _meter.CreateCounter<long>(
            "igw.crossings.refused", null, "Requests for something that the visitor may not have.");
        _signIns = _meter.CreateCounter<long>("igw.signins.failed", null, "Failed tries to sign in, by the way taken.");
    }

    /// <summary>An event that is on the record of a gemeente or of the platform.</summary>
    public void Recorded(string chain, AuditEvent what)
    {
        var whose = new KeyValuePair<string, object?>(PlatformMeter.Tenant, chain);
        if (Outcomes.TryGetValue(what.Name, out var outcome))
            _deliveries.Add(1, whose, new("uitkomst", outcome));
        else if (Crossings.Contains(what.Name))
            _crossings.Add(1, whose);
    }

    /// <summary>Somebody did not get in; whose account it would have been nobody learns here either.</summary>
    /// <param name="way">By which way: <c>wachtwoord</c>, <c>code</c>, <c>toegangssleutel</c> or
    /// <c>aanmelddienst</c>.</param>
    public void SignInFailed(string way) => _signIns.Add(1, new KeyValuePair<string, object?>("weg", way));

    public void Dispose() => _meter.Dispose();
}
