using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A code that a feed held at least once. Follows from the stored facts: kept so that nobody need read them all.
/// </summary>
internal sealed class FeedCode
{
    public required string Contract { get; init; }

    public required string Supplier { get; init; }

    public required string Code { get; init; }

    /// <summary>The lowest number of a delivery whose facts hold it.</summary>
    public required long FirstDelivery { get; set; }
}

/// <summary>How the feed of an agreement was doing when it was last looked at.</summary>
internal sealed class FeedStand
{
    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    public required FeedState State { get; set; }

    /// <summary>Since when it is so, UTC.</summary>
    public required DateTime Since { get; set; }
}

internal static class FeedTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FeedCode>(code =>
        {
            code.ToTable("FeedCode");
            code.HasKey(c => new { c.Contract, c.Supplier, c.Code });
            code.Property(c => c.Contract).HasMaxLength(40);
            code.Property(c => c.Supplier).HasMaxLength(40);
            code.Property(c => c.Code).HasMaxLength(20);
        });
        model.Entity<FeedStand>(stand =>
        {
            stand.ToTable("FeedStand");
            stand.HasKey(s => new { s.Supplier, s.Contract });
            stand.Property(s => s.Supplier).HasMaxLength(40);
            stand.Property(s => s.Contract).HasMaxLength(40);
            stand.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        });
    }
}
