using Twente.Igw.Identity;

namespace Twente.Igw.Web.Access;

/// <summary>Who a request is of, and what she may do on this host.</summary>
/// <param name="User">Her id.</param>
/// <param name="Name">As shown to herself.</param>
/// <param name="Permissions">What she may here.</param>
internal sealed record Visitor(Guid User, string Name, IReadOnlySet<Permission> Permissions)
{
    public bool May(Permission permission) => Permissions.Contains(permission);

    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Codes of the suppliers she delivers for; only on the host of suppliers.</summary>
    public IReadOnlySet<string> Suppliers { get; init; } = Nobody;

    /// <summary>Id of the program that asks by itself; null for a person.</summary>
    public string? Program { get; init; }

    /// <summary>Name for the record: the same person has the same one, and it names nobody.</summary>
    public string Pseudonym => Program is { } program ? $"programma-{program}" : $"gebruiker-{User:N}"[..18];
}
