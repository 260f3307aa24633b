using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Other terms for what a gemeente keeps: a second person decides, as what is destroyed stays gone.</summary>
internal sealed class RetentionChange : ChangeKind<Keeping>
{
    public override string Name => "retention";

    public override string Word => "bewaartermijnen";

    protected override string? ObjectionTo(Keeping given) => given switch
    {
        { QuarantineDays: < 1 or > SetRetention.MostDays } =>
            $"Quarantaine: '{given.QuarantineDays}' klopt niet. "
            + $"Het moet zijn: 1 tot en met {SetRetention.MostDays} dagen.",
        { DetailYears: < 1 or > SetRetention.MostYears } =>
            $"Weekdag en dagdeel: '{given.DetailYears}' klopt niet. "
            + $"Het moet zijn: 1 tot en met {SetRetention.MostYears} jaar.",
        _ => null,
    };

    protected override async Task<IReadOnlyList<ChangedValue>> Compare(
        TenantDb db, Keeping given, CancellationToken cancel)
    {
        var terms = db.RetentionTerms;
        var now = (await terms.AsNoTracking().SingleOrDefaultAsync(cancel) ?? new RetentionTerms()).ToKeeping();
        List<ChangedValue> values =
        [
            new("geweigerde bestanden", $"{now.QuarantineDays} dagen", $"{given.QuarantineDays} dagen"),
            new("weekdag en dagdeel", $"{now.DetailYears} jaar", $"{given.DetailYears} jaar"),
        ];
        return [.. values.Where(v => v.Before != v.After)];
    }

    protected override async Task Apply(
        AuditedChange<TenantDb> change, Keeping given, Actor actor, CancellationToken cancel)
    {
        var terms = change.Db.RetentionTerms;
        var row = await terms.SingleOrDefaultAsync(cancel);
        if (row is null)
            terms.Add(row = new RetentionTerms());
        (row.QuarantineDays, row.DetailYears) = (given.QuarantineDays, given.DetailYears);
        change.Record(
            new AuditEvent("retention.set", $"quarantaine {given.QuarantineDays} dagen, detail " +
                $"{given.DetailYears} jaar"), actor);
    }
}
