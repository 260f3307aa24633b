using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Asks for other terms for refused files, and for weekday and daypart of figures, of the current tenant. They hold
/// once a second person approves.
/// </summary>
public sealed class SetRetention(RequestChange request)
{
    /// <summary>From one day to a year.</summary>
    public const int MostDays = 366;

    /// <summary>From one year to ten.</summary>
    public const int MostYears = 10;

    public Task<RequestOutcome> Execute(Keeping keeping, string why, Person by, CancellationToken cancel) =>
        request.Execute(keeping, why, by, cancel);
}
