using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>
/// The single row that rises with every change of the region's data; processes compare it every second.
/// </summary>
internal sealed class RegionVersion
{
    public int Id { get; init; } = 1;

    public long Version { get; set; }

    /// <summary>The name of the table is also what the exclusive lock is taken on.</summary>
    public static void Map(ModelBuilder model) => model.Entity<RegionVersion>(version =>
    {
        version.ToTable("DataVersion");
        version.Property(v => v.Id).ValueGeneratedNever();
    });
}
