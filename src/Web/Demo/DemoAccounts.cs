using Microsoft.AspNetCore.Identity;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// An account for each role of a demo, without a password: one signs in with a click, on this machine and nowhere else.
/// </summary>
internal sealed class DemoAccounts(IServiceScopeFactory scopes, GiveRole give, ListUsers list, TimeProvider time)
{
    private const string Domain = "@demo.invalid";

    /// <summary>What each role comes for, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<(Role Role, string Sees)> Offered =
    [
        (Role.Analyst, "Alle cijfers van de gemeente, precies; leveringen, afspraken en vertalingen."),
        (Role.PolicyOfficer, "Cijfers in klassen, voor het maandelijkse beeld."),
        (Role.Enforcement, "Cijfers in klassen: waar en wanneer."),
        (Role.PoliceReader, "Hetzelfde beeld als de gemeente, in klassen."),
        (Role.RegionalAnalyst, "Als analist, met een mandaat tot een einddatum; ook voor gevoelige categorieën."),
        (Role.TenantAdministrator, "Gebruikers, rollen en instellingen; geen cijfers."),
        (Role.PrivacyOfficer, "Het verwerkingslogboek, bewaartermijnen en leveringen; geen cijfers."),
        (Role.RegionalCoordinator, "De gemeenten van de regio naast elkaar; alleen wat zij vrijgaven."),
        (Role.Supplier, "Politie: aanleveren, ontvangstbewijzen; geen cijfers van de gemeente."),
        (Role.Operator, "De techniek van het platform; geen cijfers."),
    ];

    public static string MailOf(Role role) => RolePermissions.Of(role).Word + Domain;

    /// <summary>Makes what is missing; safe to repeat.</summary>
    public async Task Execute(IReadOnlyList<TenantId> tenants, CancellationToken cancel)
    {
        var known = (await list.Execute(at: null, cancel)).ToDictionary(u => u.Mail, StringComparer.Ordinal);
        foreach (var (role, _) in Offered)
        {
            var user = known.GetValueOrDefault(MailOf(role));
            var id = user?.Id ?? await Add(role);
            var places = PlacesOf(role, tenants);
            foreach (var at in places.Where(at => user?.Roles.Any(r => r.Role == role && r.At == at) != true))
                await give.Execute(id, MembershipOf(role, at), Actor.Platform, cancel);
        }
    }

    /// <summary>Whether this platform is a demo on one machine: only there these accounts let anybody in.</summary>
    public static bool AreOffered(DataFolder data, TenancyOptions platform) =>
        platform.Profile == Tenancy.Profile.Embedded && DemoMark.IsPresent(data);

    private async Task<Guid> Add(Role role)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = new User
        {
            Id = Guid.CreateVersion7(), UserName = MailOf(role), Email = MailOf(role),
            DisplayName = $"Demo-{RolePermissions.Of(role).Word}", CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user);
        return made.Succeeded
            ? user.Id
            : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
    }

    private static IEnumerable<string> PlacesOf(Role role, IReadOnlyList<TenantId> tenants) =>
        RolePermissions.Of(role).Place switch
        {
            RolePlace.Tenant => tenants.Select(t => t.Code),
            RolePlace.Supplier => [Deliveries.SupplierCode.Police.Code],
            _ => [""],
        };

    private NewMembership MembershipOf(Role role, string at) => new()
    {
        Role = role, At = at, IsSensitive = role == Role.RegionalAnalyst,
        Until = RolePermissions.Of(role).NeedsMandate
            ? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddYears(1) : null,
        Purpose = RolePermissions.Of(role).NeedsMandate ? "demonstratie" : "",
    };
}
