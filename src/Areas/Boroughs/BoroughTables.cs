using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>What was done to a borough.</summary>
public enum BoroughAct
{
    /// <summary>It was made or altered; the row says all of it.</summary>
    Set,

    /// <summary>It is one no more.</summary>
    Removed,

    /// <summary>An earlier change was taken back.</summary>
    Undone,
}

/// <summary>A change of a tenant's boroughs; it states the whole borough as it is from then on.</summary>
public sealed class BoroughChange : DatedChange
{
    public required BoroughAct Act { get; init; }

    public required int BoundaryYear { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Codes of districts with a space between them, ordered.</summary>
    public required string Districts { get; init; }

    /// <summary>The borough that the row states.</summary>
    public Borough Stated => new(
        AreaCode.Parse(Code), Name, BoundaryYear,
        [.. Districts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AreaCode.Parse)]);
}

internal static class BoroughTables
{
    extension(TenantDb db)
    {
        public DbSet<BoroughChange> BoroughChanges => db.Set<BoroughChange>();
    }

    public static void MapTenant(ModelBuilder model) => model.Entity<BoroughChange>(change =>
    {
        change.ToTable("BoroughChange");
        DatedChange.Map(change);
        change.Ignore(c => c.Stated);
        change.Property(c => c.Act).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Code).HasMaxLength(27);
        change.Property(c => c.Name).HasMaxLength(SetBorough.NameLength);
    });
}
