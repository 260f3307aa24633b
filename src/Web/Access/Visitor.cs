using System.Security.Cryptography;
using System.Text;
using Twente.Igw.Identity;

namespace Twente.Igw.Web.Access;

/// <summary>Who a request is of, and what she may do on this host.</summary>
/// <param name="User">Her id.</param>
/// <param name="Name">As shown to herself.</param>
/// <param name="Permissions">What she may here.</param>
internal sealed record Visitor(Guid User, string Name, IReadOnlySet<Permission> Permissions)
{
    /// <summary>What she is here, in the words of screens.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Name for the record: the same person has the same one, and it names nobody.</summary>
    public string Pseudonym => Identity.Pseudonym.Of(User);

    /// <summary>Another value when anything changes that a page says of its reader.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{User} {Name} {string.Join(',', Roles)} {string.Join(',', Permissions.Order())}")));

    /// <summary>Through which door she comes, for the record: the website, or a token of hers.</summary>
    public string Origin { get; init; } = "website";
}
