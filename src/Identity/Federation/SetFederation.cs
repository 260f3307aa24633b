using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>How a gemeente's people are to be signed in by her own provider.</summary>
public sealed record NewFederation
{
    /// <summary>Where it is, for this organisation alone: <c>https://login.microsoftonline.com/…/v2.0</c>.</summary>
    public required string Authority { get; init; }

    /// <summary>Its number for the organisation, as in the claim <c>tid</c>.</summary>
    public required string Organisation { get; init; }

    public required string ClientId { get; init; }

    public required string Secret { get; init; }

    /// <summary>Which role the members of a group have.</summary>
    public required IReadOnlyList<(string Group, Role Role)> Groups { get; init; }
}

/// <summary>Lets a gemeente's own provider sign in her people, or changes how; on her record.</summary>
public sealed class SetFederation
{
    private const int LongestAuthority = 110;

    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly RecordAccess _record;
    private readonly IDataProtector _protector;
    private readonly SiteAddresses _sites;

    internal SetFederation(
        IDbContextFactory<IdentityDb> databases, RecordAccess record, IDataProtectionProvider protection,
        SiteAddresses sites) =>
        (_databases, _record, _protector, _sites) =
        (databases, record, protection.CreateProtector(Federations.SecretPurpose), sites);

    /// <returns>Why it cannot be so, in Dutch; null when it was done.</returns>
    public async Task<string?> Execute(TenantId tenant, NewFederation set, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (ObjectionTo(set) is { } objection)
            return objection;
        var code = tenant.Code;
        await _record.Execute(
            code, new AuditEvent("federation.set", $"{set.Authority} · {WordsOf(set.Groups)}"), actor, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (providers, groups) = (db.FederatedProviders, db.FederatedGroups);
        var (secret, version) = (_protector.Protect(set.Secret), Guid.CreateVersion7());
        if (await providers.SingleOrDefaultAsync(p => p.Tenant == code, cancel) is { } known)
            (known.Authority, known.Organisation, known.ClientId, known.ProtectedSecret, known.Version) =
                (set.Authority, set.Organisation, set.ClientId, secret, version);
        else
            providers.Add(new FederatedProvider
            {
                Tenant = code, Authority = set.Authority, Organisation = set.Organisation, ClientId = set.ClientId,
                ProtectedSecret = secret, Version = version,
            });
        var wanted = set.Groups.Distinct().ToList();
        var had = await groups.Where(g => g.Tenant == code).ToListAsync(cancel);
        groups.RemoveRange(had.Where(g => !wanted.Contains((g.Group, g.Role))));
        groups.AddRange(wanted.Where(w => !had.Any(g => (g.Group, g.Role) == w))
            .Select(w => new FederatedGroup { Tenant = code, Group = w.Group, Role = w.Role }));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    internal static string WordsOf(IEnumerable<(string Group, Role Role)> groups) => string.Join(
        ", ", groups.Select(g => $"{g.Group}={RolePermissions.Of(g.Role).Word}"));

    private string? ObjectionTo(NewFederation set)
    {
        if (!Uri.TryCreate(set.Authority, UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http") || set.Authority.Length > LongestAuthority)
            return $"'{set.Authority}' is geen adres van een aanmelddienst.";
        if (_sites.IsSecure && address.Scheme != Uri.UriSchemeHttps)
            return "Het adres van de aanmelddienst moet met https beginnen.";
        if (set.Organisation.Length is 0 or > FederatedPerson.LongestId)
            return "Geef het nummer van de organisatie bij de aanmelddienst op (tid).";
        if (set.ClientId.Length == 0 || set.Secret.Length == 0)
            return "Geef het nummer van de toepassing en haar geheim op.";
        return set.Groups.Where(g => !IsForGroups(RolePermissions.Of(g.Role)))
            .Select(g => $"De rol {RolePermissions.Of(g.Role).Word} kan niet uit een groep volgen.").FirstOrDefault();
    }

    /// <summary>A mandate has a purpose and an end, which a group does not.</summary>
    private static bool IsForGroups(RoleFacts role) => role is { Place: RolePlace.Tenant, NeedsMandate: false };
}
