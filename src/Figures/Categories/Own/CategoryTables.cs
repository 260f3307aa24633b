using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>What a change of categories is about.</summary>
public enum CategorySubject
{
    /// <summary>A class: an offence class or an incident code.</summary>
    Class,

    /// <summary>A group of incident codes, or the name of one of the product's groups.</summary>
    Group,

    /// <summary>A known break.</summary>
    Break,

    /// <summary>How coarse a class is shown; apart, so that no other change can make it finer.</summary>
    Sensitivity,
}

/// <summary>What was done.</summary>
public enum CategoryAct
{
    Added,
    Changed,

    /// <summary>Nothing is counted under it from then on; what was counted stays.</summary>
    Ended,

    /// <summary>It is gone; only of what was never counted.</summary>
    Removed,

    /// <summary>An earlier change was taken back.</summary>
    Undone,
}

/// <summary>A change of a tenant's categories; it states the whole line as it is from then on.</summary>
public sealed class CategoryChange : DatedChange
{
    public required CategorySubject Subject { get; init; }

    public required CategoryAct Act { get; init; }

    /// <summary>Code of the class or group; of a break what it touches, empty for everything.</summary>
    public required string Code { get; init; }

    /// <summary>Title of the class or group; of a break what happened.</summary>
    public required string Title { get; init; }

    /// <summary>Group of a class; empty for others.</summary>
    public string Group { get; init; } = "";

    public CategoryOrigin Origin { get; init; }

    public Denominator Denominator { get; init; }

    /// <summary>
    /// The finest level when it is sensitive; null when it is not. Of a class only what adds it states this.
    /// </summary>
    public AreaLevel? SensitiveLevel { get; init; }

    /// <summary>The shortest period when it is sensitive; null when it is not.</summary>
    public PeriodKind? SensitivePeriod { get; init; }

    /// <summary>Last day of a break; null when it never ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who approved it beside who made it; empty where nobody had to.</summary>
    public string ApprovedBy { get; init; } = "";

    public Sensitivity? Sensitivity =>
        SensitiveLevel is { } level && SensitivePeriod is { } period ? new Sensitivity(level, period) : null;
}

internal static class CategoryTables
{
    extension(TenantDb db)
    {
        public DbSet<CategoryChange> CategoryChanges => db.Set<CategoryChange>();
    }

    public static void MapTenant(ModelBuilder model) => model.Entity<CategoryChange>(change =>
    {
        change.ToTable("CategoryChange");
        DatedChange.Map(change);
        change.Ignore(c => c.Sensitivity);
        change.Property(c => c.Subject).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Act).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Code).HasMaxLength(20);
        change.Property(c => c.Title).HasMaxLength(DatedChange.TextLength);
        change.Property(c => c.Group).HasMaxLength(20);
        change.Property(c => c.Origin).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Denominator).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.SensitiveLevel).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.SensitivePeriod).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.ApprovedBy).HasMaxLength(200);
    });
}
