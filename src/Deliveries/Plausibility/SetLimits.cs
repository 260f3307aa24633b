using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Asks for other limits of plausibility of the current tenant; a second person approves them.</summary>
public sealed class SetLimits(RequestChange request)
{
    public Task<RequestOutcome> Execute(Limits limits, string why, Person by, CancellationToken cancel) =>
        request.Execute(limits, why, by, cancel);
}
