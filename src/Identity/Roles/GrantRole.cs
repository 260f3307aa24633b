using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>What giving somebody a role can end in.</summary>
public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    /// <summary>She has it.</summary>
    public sealed record Given : GrantOutcome;

    /// <summary>It waits for a second person.</summary>
    public sealed record Asked(Guid Request) : GrantOutcome;

    /// <summary>Nobody of this gemeente is meant.</summary>
    public sealed record Unknown : GrantOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(string Sentence) : GrantOutcome;
}

/// <summary>Why a role is given, and to whom.</summary>
/// <param name="Why">For who approves, and for the record.</param>
/// <param name="IsInvited">She is invited with it, and need not be known at the gemeente yet.</param>
public sealed record GrantReason(string Why, bool IsInvited = false);

/// <summary>
/// Gives somebody a role: at once where an administrator may decide that alone, and after a second person approved
/// where it is a mandate, or the right to approve itself.
/// </summary>
public sealed class GrantRole
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly ITenantScopes _tenants;
    private readonly GiveRole _give;
    private readonly KnownAt _known;
    private readonly TimeProvider _time;

    internal GrantRole(
        IDbContextFactory<IdentityDb> databases, ITenantScopes tenants, GiveRole give, KnownAt known,
        TimeProvider time) =>
        (_databases, _tenants, _give, _known, _time) = (databases, tenants, give, known, time);

    /// <summary>Why this role cannot be given so by this person, in Dutch; null when it can.</summary>
    public string? ObjectionTo(NewMembership given, Person by)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(by);
        return by.User is not null && RolePermissions.Of(given.Role).Place != RolePlace.Tenant
            ? $"De rol {RolePermissions.Of(given.Role).Word} geeft een gemeente niet zelf."
            : _give.ObjectionTo(given);
    }

    public async Task<GrantOutcome> Execute(
        Guid user, NewMembership given, GrantReason reason, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (ObjectionTo(given, by) is { } objection)
            return new GrantOutcome.Refused(objection);
        if (by.User is not null && !reason.IsInvited && await _known.Find(user, given.At, cancel) is null)
            return new GrantOutcome.Unknown();
        if (await Obstacle(user, given, cancel) is { } obstacle)
            return new GrantOutcome.Refused(obstacle);
        if (!given.NeedsSecondPerson(by) || !TenantId.TryParse(given.At, out var tenant))
        {
            await _give.Execute(user, given, by.Actor, cancel);
            return new GrantOutcome.Given();
        }
        await using var scope = await _tenants.Open(tenant, cancel);
        return await scope.Get<RequestChange>().Execute(new AskedRole(user, given), reason.Why, by, cancel) switch
        {
            RequestOutcome.Asked(var request) => new GrantOutcome.Asked(request),
            RequestOutcome.Refused(var sentence) => new GrantOutcome.Refused(sentence),
            _ => new GrantOutcome.Given(),
        };
    }

    private async Task<string?> Obstacle(Guid user, NewMembership given, CancellationToken cancel)
    {
        var (at, role, today) = (given.At, given.Role, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (memberships, suspensions) = (db.Memberships, db.Suspensions);
        if (at.Length > 0 && await suspensions.AnyAsync(s => s.User == user && s.At == at, cancel))
            return "De toegang van deze gebruiker is hier stopgezet. Geef die eerst terug.";
        var had = await memberships.AsNoTracking()
            .Where(m => m.User == user && m.At == at && m.Role == role).ToListAsync(cancel);
        return !given.IsMandate && had.Exists(m => m.HoldsOn(today) && m.Until is null)
            ? $"Deze gebruiker heeft de rol {RolePermissions.Of(role).Word} al." : null;
    }
}
