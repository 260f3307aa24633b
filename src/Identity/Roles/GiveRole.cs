using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>A role that is to be given.</summary>
public sealed record NewMembership
{
    public required Role Role { get; init; }

    /// <summary>Code of the gemeente or supplier; empty for a role on the platform or region.</summary>
    public string At { get; init; } = "";

    /// <summary>Last day; a mandate must have one.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What a mandate is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>True counts, by mandate.</summary>
    public bool IsExact { get; init; }

    /// <summary>Sensitive categories as finely as others, by mandate.</summary>
    public bool IsSensitive { get; init; }

    internal bool IsMandate => IsExact || IsSensitive || RolePermissions.Of(Role).NeedsMandate;

    /// <summary>What it lets her see beyond her role, in words.</summary>
    internal IEnumerable<string> Flags => Membership.WordsOf(IsExact, IsSensitive);

    /// <summary>
    /// Who may approve is chosen by two as well, or an administrator makes her own second person; the first one comes
    /// from the command line.
    /// </summary>
    internal bool NeedsSecondPerson(Person by) => IsMandate
        || (by.User is not null && RolePermissions.Of(Role).Permissions.Contains(Permission.Approve));
}

/// <summary>Gives somebody a role; on the record of the gemeente it is at, or of the platform.</summary>
public sealed class GiveRole
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly FindPermissions _permissions;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal GiveRole(
        IDbContextFactory<IdentityDb> databases, FindPermissions permissions, RecordAccess record,
        TimeProvider time) =>
        (_databases, _permissions, _record, _time) = (databases, permissions, record, time);

    /// <summary>Why this role cannot be given so, in Dutch; null when it can.</summary>
    public string? ObjectionTo(NewMembership given)
    {
        var (facts, today) = (RolePermissions.Of(given.Role), Today());
        if (facts.Place == RolePlace.Tenant && !TenantId.TryParse(given.At, out _))
            return $"De rol {facts.Word} geldt bij een gemeente: geef haar code op, zoals GM0153.";
        if (facts.Place == RolePlace.Supplier && given.At.Length == 0)
            return $"De rol {facts.Word} geldt voor een leverancier: geef op welke.";
        if (facts.Place is RolePlace.Region or RolePlace.Platform && given.At.Length > 0)
            return $"De rol {facts.Word} geldt niet bij een gemeente; laat '{given.At}' weg.";
        if (given.IsMandate && (given.Until is null || string.IsNullOrWhiteSpace(given.Purpose)))
            return facts.NeedsMandate
                ? $"De rol {facts.Word} wordt gegeven als mandaat: met een doel en een einddatum."
                : "Exacte of gevoelige cijfers worden gegeven als mandaat: met een doel en een einddatum.";
        if (given.IsSensitive && !facts.Permissions.Contains(Permission.ReadFigures))
            return $"De rol {facts.Word} ziet geen cijfers, en dus ook geen gevoelige.";
        return given.Until < today ? $"De einddatum {given.Until:dd-MM-yyyy} ligt in het verleden." : null;
    }

    /// <exception cref="ArgumentException">It cannot be given so; see <see cref="ObjectionTo"/>.</exception>
    public async Task Execute(Guid user, NewMembership given, Actor actor, CancellationToken cancel)
    {
        if (ObjectionTo(given) is { } objection)
            throw new ArgumentException(objection, nameof(given));
        await _record.Execute(given.At, EventOf(user, given), actor, cancel);
        await Add(Guid.CreateVersion7(), user, given, actor.Name, cancel);
    }

    /// <summary>Gives it without a line on the record: it has one already. Safe to repeat.</summary>
    internal async Task Add(Guid id, Guid user, NewMembership given, string by, CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        if (await db.Memberships.AnyAsync(m => m.Id == id, cancel))
            return;
        db.Memberships.Add(new Membership
        {
            Id = id, User = user, At = given.At, Role = given.Role, From = Today(),
            Until = given.Until, Purpose = given.Purpose, IsExact = given.IsExact,
            IsSensitive = given.IsSensitive, GivenBy = by,
        });
        await db.SaveChangesAsync(cancel);
        _permissions.Forget(user, given.At.ToLowerInvariant());
    }

    internal static AuditEvent EventOf(Guid user, NewMembership given) =>
        new("role.given", $"{WordsOf(given)} · {Pseudonym.Of(user)}", Purpose: given.Purpose);

    private static string WordsOf(NewMembership given) =>
        string.Join(", ", given.Flags.Prepend(RolePermissions.Of(given.Role).Word))
        + (given.Until is { } until ? $", tot en met {until:dd-MM-yyyy}" : "");

    private DateOnly Today() => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
}
