using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>
/// A link by which somebody makes an account, or chooses a new password, once and within a few days. Only the hash of
/// its secret is kept.
/// </summary>
internal sealed class Invitation
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the link, as hexadecimal digits.</summary>
    public required string SecretHash { get; init; }

    public required Guid User { get; init; }

    /// <summary>
    /// Key of the second step that is offered, encrypted; the account's own only once it is accepted, as a link may be
    /// opened by whatever looks through mail.
    /// </summary>
    public required string ProtectedKey { get; init; }

    /// <summary>Code of the gemeente she is invited to; empty for a new password, or a role elsewhere.</summary>
    public string At { get; init; } = "";

    public required DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<Invitation>(invitation =>
    {
        invitation.ToTable("Invitation");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.SecretHash).HasMaxLength(64);
        invitation.HasIndex(i => i.SecretHash).IsUnique();
        invitation.Property(i => i.At).HasMaxLength(40);
        invitation.HasIndex(i => i.User);
        invitation.HasIndex(i => i.At);
    });
}
