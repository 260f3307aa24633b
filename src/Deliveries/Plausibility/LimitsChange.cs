using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Other limits of plausibility: a second person decides, as they say what is accepted unseen.</summary>
internal sealed class LimitsChange : ChangeKind<Limits>
{
    public override string Name => "limits";

    public override string Word => "grenzen voor aanhouden";

    protected override string? ObjectionTo(Limits given) =>
        given.Each.FirstOrDefault(l => l.Value < l.Least || l.Value > l.Most) is { } wrong
            ? $"{wrong.Label}: '{wrong.Value}' klopt niet. Het moet zijn: {wrong.Least} tot en met {wrong.Most}."
            : null;

    protected override async Task<IReadOnlyList<ChangedValue>> Compare(
        TenantDb db, Limits given, CancellationToken cancel)
    {
        var now = await ShowLimits.Read(db, cancel);
        return
        [
            .. now.Each.Zip(given.Each).Where(pair => pair.First != pair.Second).Select(pair => new ChangedValue(
                pair.First.Label, Written(pair.First.Value), Written(pair.Second.Value))),
        ];
    }

    protected override async Task Apply(
        AuditedChange<TenantDb> change, Limits given, Actor actor, CancellationToken cancel)
    {
        var limits = change.Db.PlausibilityLimits;
        var row = await limits.SingleOrDefaultAsync(cancel);
        if (row is null)
            limits.Add(row = new PlausibilityLimits());
        row.Take(given);
        change.Record(
            new AuditEvent("limits.set", string.Join(", ", given.Each.Select(l => $"{l.Key} {Written(l.Value)}"))),
            actor);
    }

    private static string Written(int value) => value.ToString(CultureInfo.InvariantCulture);
}
