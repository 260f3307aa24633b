using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>
/// What a gemeente published at one moment: frozen. Holds only cells that are new or were corrected since the one
/// before; what a gemeente publishes now is all of hers together, the newest of each cell.
/// </summary>
internal sealed class PublicationRow
{
    public required string Municipality { get; init; }

    /// <summary>From 1, in the order in which she published.</summary>
    public required int Number { get; init; }

    /// <summary>The last month in it.</summary>
    public required string Month { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required int BoundaryYear { get; init; }

    public required int ModelVersion { get; init; }

    /// <summary>What stands out according to the gemeente herself; empty for "geen bijzonderheden".</summary>
    public required string Note { get; init; }

    public required string ApproverRole { get; init; }

    public required DateTime ApprovedAt { get; init; }

    /// <summary>As <see cref="ProtectedCells"/> writes them.</summary>
    public required string Cells { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<PublicationRow>(row =>
    {
        row.ToTable("Publication");
        row.HasKey(r => new { r.Municipality, r.Number });
        row.Property(r => r.Municipality).HasMaxLength(6);
        row.Property(r => r.Month).HasMaxLength(7);
        row.Property(r => r.Note).HasMaxLength(2000);
        row.Property(r => r.ApproverRole).HasMaxLength(40);
    });
}
