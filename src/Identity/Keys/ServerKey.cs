using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>
/// A key of the platform's own: to sign tokens, to encrypt them, or the secret of one of its site clients. Kept only as
/// data protection encrypted it.
/// </summary>
internal sealed class ServerKey
{
    public required Guid Id { get; init; }

    /// <summary><c>sign</c>, <c>encrypt</c>, or <c>client:</c> with the client's id.</summary>
    public required string Use { get; init; }

    public required string Protected { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Known to all from its making, used from here on: every process has read it by then.</summary>
    public required DateTime UsedFrom { get; init; }

    /// <summary>From here on nothing made with it is valid any more.</summary>
    public required DateTime RetiredAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<ServerKey>(key =>
    {
        key.ToTable("ServerKey");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Use).HasMaxLength(80);
        key.HasIndex(k => k.Use);
    });
}
