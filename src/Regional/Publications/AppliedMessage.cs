using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>That a message was applied; it never is twice.</summary>
internal sealed class AppliedMessage
{
    public required Guid Id { get; init; }

    public required string Municipality { get; init; }

    public required DateTime At { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<AppliedMessage>(row =>
    {
        row.ToTable("AppliedMessage");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Municipality).HasMaxLength(6);
    });
}
