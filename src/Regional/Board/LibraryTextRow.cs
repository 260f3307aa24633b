using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>A text that gemeenten may take over in their own duiding.</summary>
internal sealed class LibraryTextRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<LibraryTextRow>(row =>
    {
        row.ToTable("LibraryText");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Title).HasMaxLength(100);
        row.Property(r => r.Text).HasMaxLength(1000);
        row.Property(r => r.By).HasMaxLength(RegionalDb.NameLength);
    });
}
