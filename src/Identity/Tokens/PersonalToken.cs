using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>What a token opens; it opens nothing else.</summary>
public enum TokenUse
{
    /// <summary>The exact counts and key figures of the gemeente, for her own Excel or Power BI.</summary>
    Figures,

    /// <summary>The processing log, for the collector of her own security centre.</summary>
    ProcessingLog,
}

/// <summary>What is known of the uses of tokens.</summary>
public static class TokenUses
{
    /// <summary>What somebody must be allowed herself to give it to a program.</summary>
    public static Permission Needs(this TokenUse use) =>
        use == TokenUse.Figures ? Permission.ReadExactFigures : Permission.ReadProcessingLog;
}

/// <summary>
/// With which somebody's own program reads at one gemeente, by one membership and no longer than it. Only the hash of
/// its secret is kept.
/// </summary>
internal sealed class PersonalToken
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret, as hexadecimal digits.</summary>
    public required string SecretHash { get; init; }

    public required Guid User { get; init; }

    public required Guid Membership { get; init; }

    /// <summary>Code of the gemeente.</summary>
    public required string At { get; init; }

    public required TokenUse Use { get; init; }

    /// <summary>Where it is used, in the words of who made it.</summary>
    public required string Name { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    public DateTime? UsedAt { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && day <= Until;

    public static void Map(ModelBuilder model) => model.Entity<PersonalToken>(token =>
    {
        token.ToTable("PersonalToken");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.SecretHash).HasMaxLength(64);
        token.Property(t => t.At).HasMaxLength(40);
        token.Property(t => t.Use).HasConversion<string>().HasMaxLength(40);
        token.Property(t => t.Name).HasMaxLength(MakePersonalToken.LongestName);
        token.HasIndex(t => t.SecretHash).IsUnique();
        token.HasIndex(t => new { t.User, t.At });
    });
}
