using Twente.Igw.Identity;

namespace Twente.Igw.Web.Access;

/// <summary>Who a request is of, and what she may do on this host.</summary>
/// <param name="User">Her id.</param>
/// <param name="Name">As shown to herself.</param>
/// <param name="Permissions">What she may here.</param>
internal sealed record Visitor(Guid User, string Name, IReadOnlySet<Permission> Permissions)
{
    public bool May(Permission permission) => Permissions.Contains(permission);

    public string Pseudonym => Identity.Pseudonym.Of(User);

    /// <summary>Through which door she comes, for the record: the website, or a token of hers.</summary>
    public string Origin { get; init; } = "website";
}
