using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>A role that somebody has: at one gemeente, or on the platform. Never changed but to end it.</summary>
internal sealed class Membership
{
    public required Guid Id { get; init; }

    public required Guid User { get; init; }

    /// <summary>Code of the gemeente; code of the supplier for a supplier; empty elsewhere.</summary>
    public required string At { get; init; }

    public required Role Role { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; null while open. A mandate always has one.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What a mandate is for; empty without one.</summary>
    public required string Purpose { get; init; }

    /// <summary>May see true counts, by mandate; a role that has it anyhow needs none.</summary>
    public bool IsExact { get; init; }

    /// <summary>May see sensitive categories as finely as others; only by mandate, whatever the role.</summary>
    public bool IsSensitive { get; init; }

    public required string GivenBy { get; init; }

    public DateTime? WithdrawnAt { get; set; }

    /// <summary>When she last signed in where it counts; null when she never did.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>What it lets her see beyond her role, in words.</summary>
    public IEnumerable<string> Flags => WordsOf(IsExact, IsSensitive);

    public static IEnumerable<string> WordsOf(bool isExact, bool isSensitive)
    {
        if (isExact)
            yield return "exact bij mandaat";
        if (isSensitive)
            yield return "gevoelige cijfers bij mandaat";
    }

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && From <= day && (Until is null || day <= Until);

    public static void Map(ModelBuilder model) => model.Entity<Membership>(membership =>
    {
        membership.ToTable("Membership");
        membership.Ignore(m => m.Flags);
        membership.Property(m => m.Id).ValueGeneratedNever();
        membership.Property(m => m.At).HasMaxLength(40);
        membership.Property(m => m.Role).HasConversion<string>().HasMaxLength(40);
        membership.Property(m => m.Purpose).HasMaxLength(500);
        membership.Property(m => m.GivenBy).HasMaxLength(200);
        membership.HasIndex(m => new { m.User, m.At });
        membership.HasIndex(m => m.At);
    });
}
