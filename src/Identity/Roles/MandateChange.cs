using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>A role that is to be given to somebody once a second person approves.</summary>
public sealed record AskedRole(Guid User, NewMembership Membership);

/// <summary>A mandate, or the right to approve: a second person decides who sees exactly, and who decides.</summary>
internal sealed class MandateChange(GiveRole give) : ChangeKind<AskedRole>
{
    public override string Name => "mandate";

    public override string Word => "mandaat";

    protected override string? ObjectionTo(AskedRole given) => give.ObjectionTo(given.Membership);

    protected override Guid? AboutOf(AskedRole given) => given.User;

    protected override Task<IReadOnlyList<ChangedValue>> Compare(
        TenantDb db, AskedRole given, CancellationToken cancel)
    {
        var asked = given.Membership;
        var until = asked.Until is { } last ? $"tot en met {last:dd-MM-yyyy}" : "zonder einddatum";
        return Task.FromResult<IReadOnlyList<ChangedValue>>(
        [
            new(
                string.Join(", ", asked.Flags.Prepend(RolePermissions.Of(asked.Role).Word)), "niet",
                asked.Purpose.Length > 0 ? $"{until}, voor {asked.Purpose}" : until),
        ]);
    }

    protected override Task Apply(
        AuditedChange<TenantDb> change, AskedRole given, Actor actor, CancellationToken cancel)
    {
        change.Record(GiveRole.EventOf(given.User, given.Membership), actor);
        return Task.CompletedTask;
    }

    /// <summary>The membership has the request's own id, so that repeating this gives nothing twice.</summary>
    protected override Task Finish(Guid request, AskedRole given, string askedBy, CancellationToken cancel) =>
        give.Add(request, given.User, given.Membership, askedBy, cancel);
}
