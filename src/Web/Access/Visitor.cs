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
    /// <summary>Suppliers of who delivers for none.</summary>
    public static readonly IReadOnlySet<string> Nobody = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What she is here, in the words of screens.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Codes of the suppliers she delivers for; only on the host of suppliers.</summary>
    public IReadOnlySet<string> Suppliers { get; init; } = Nobody;

    /// <summary>Id of the program that asks by itself; null for a person.</summary>
    public string? Program { get; init; }

    /// <summary>Name for the record: the same person has the same one, and it names nobody.</summary>
    public string Pseudonym => Program is { } program ? $"programma-{program}" : Identity.Pseudonym.Of(User);

    /// <summary>Another value when anything changes that a page says of its reader.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{User} {Name} {string.Join(',', Roles)} {string.Join(',', Permissions.Order())}")));

    /// <summary>Through which door she comes, for the record: the website, or a token of hers.</summary>
    public string Origin { get; init; } = "website";
}
