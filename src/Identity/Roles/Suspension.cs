using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>
/// Somebody's access at one gemeente is stopped: her roles there stay on paper and count for nothing, also those that
/// follow from her groups, until it is lifted.
/// </summary>
internal sealed class Suspension
{
    public required Guid User { get; init; }

    /// <summary>Code of the gemeente.</summary>
    public required string At { get; init; }

    public required string By { get; init; }

    public required DateTime Since { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<Suspension>(suspension =>
    {
        suspension.ToTable("Suspension");
        suspension.HasKey(s => new { s.User, s.At });
        suspension.Property(s => s.At).HasMaxLength(40);
        suspension.Property(s => s.By).HasMaxLength(200);
        suspension.HasIndex(s => s.At);
    });
}
