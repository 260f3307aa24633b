using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Decides how long the current tenant keeps refused files, and weekday and daypart of figures.</summary>
public sealed class SetRetention(TenantChanges changes)
{
    /// <summary>From one day to a year.</summary>
    public const int MostDays = 366;

    /// <summary>From one year to ten.</summary>
    public const int MostYears = 10;

    /// <exception cref="FormatException">It is too short or too long to be meant.</exception>
    public async Task Execute(Keeping keeping, Actor actor, CancellationToken cancel)
    {
        if (keeping.QuarantineDays is < 1 or > MostDays)
            throw new FormatException(
                $"Quarantaine: '{keeping.QuarantineDays}' klopt niet. Het moet zijn: 1 tot en met {MostDays} dagen.");
        if (keeping.DetailYears is < 1 or > MostYears)
            throw new FormatException(
                $"Weekdag en dagdeel: '{keeping.DetailYears}' klopt niet. " +
                $"Het moet zijn: 1 tot en met {MostYears} jaar.");
        await using var change = await changes.Begin(cancel);
        var terms = change.Db.RetentionTerms;
        var row = await terms.SingleOrDefaultAsync(cancel);
        if (row is null)
            terms.Add(row = new RetentionTerms());
        (row.QuarantineDays, row.DetailYears) = (keeping.QuarantineDays, keeping.DetailYears);
        change.Record(
            new AuditEvent("retention.set", $"quarantaine {keeping.QuarantineDays} dagen, detail " +
                $"{keeping.DetailYears} jaar"), actor);
        await change.Commit(cancel);
    }
}
