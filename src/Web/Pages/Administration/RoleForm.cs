using System.Diagnostics.CodeAnalysis;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>A role as it stands in a form: what was filled in stays, right or wrong.</summary>
internal sealed record RoleForm
{
    private const int LongestPurpose = 300;

    /// <summary>The roles that a gemeente gives, in the order of the table.</summary>
    public static readonly IReadOnlyList<Role> Offered =
        [.. RolePermissions.All.Where(r => RolePermissions.Of(r).Place == RolePlace.Tenant)];

    public string Role { get; init; } = "";

    public string Until { get; init; } = "";

    public string Purpose { get; init; } = "";

    public bool IsExact { get; init; }

    public bool IsSensitive { get; init; }

    public static RoleForm Of(IFormCollection form) => new()
    {
        Role = form["rol"].ToString(), Until = form["tot"].ToString(), Purpose = form["doel"].ToString().Trim(),
        IsExact = form.ContainsKey("exact"), IsSensitive = form.ContainsKey("gevoelig"),
    };

    /// <summary>Reads it as a role at this gemeente.</summary>
    /// <param name="at">The gemeente of the host; never one that a form names.</param>
    /// <param name="given">What is to be given.</param>
    /// <param name="fault">What is wrong, in Dutch.</param>
    public bool TryRead(
        TenantId at, [NotNullWhen(true)] out NewMembership? given, [NotNullWhen(false)] out string? fault)
    {
        (given, fault) = (null, null);
        DateOnly? until = null;
        if (!RolePermissions.TryParse(Role, out var role) || !Offered.Contains(role))
            fault = $"Rol: '{Role}' klopt niet. Het moet zijn: een rol uit de lijst.";
        else if (Until.Length > 0 && !DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _))
            fault = $"Laatste dag: '{Until}' klopt niet. Het moet zijn: een dag zoals 31-12-2026.";
        else if (Purpose.Length > LongestPurpose)
            fault = $"Doel: {Purpose.Length} tekens is te lang. Het moet zijn: hoogstens {LongestPurpose} tekens.";
        if (fault is not null)
            return false;
        if (Until.Length > 0)
            until = DateOnly.ParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        given = new NewMembership
        {
            Role = role, At = at.Code, Until = until, Purpose = Purpose, IsExact = IsExact,
            IsSensitive = IsSensitive,
        };
        return true;
    }
}
