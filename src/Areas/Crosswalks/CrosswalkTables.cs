using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>A stored <see cref="Crosswalk"/> without its rows.</summary>
internal sealed class CrosswalkHead
{
    public required string Municipality { get; init; }

    public required long Number { get; init; }

    public required int FromYear { get; init; }

    public required int ToYear { get; init; }

    public required CrosswalkState State { get; set; }

    /// <summary>Hash of the rows, by which the same crosswalk is recognised.</summary>
    public required string Content { get; init; }

    public required string Source { get; init; }

    public required DateTime MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public DateTime? DecidedAt { get; set; }

    public string DecidedBy { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>The catalogue's version at which it came into use or went out of it; 0 when it never was.</summary>
    public long Version { get; set; }
}

/// <summary>A stored <see cref="CrosswalkRow"/>.</summary>
internal sealed class CrosswalkLine
{
    public required string Municipality { get; init; }

    public required long Number { get; init; }

    public required string FromArea { get; init; }

    public required string ToArea { get; init; }

    public required int Weight { get; init; }

    public required CrosswalkBasis Basis { get; init; }

    public CrosswalkRow ToRow() => new(AreaCode.Parse(FromArea), AreaCode.Parse(ToArea), Weight, Basis);
}

internal static class CrosswalkTables
{
    public const int ActorLength = 40;
    public const int ReasonLength = 500;

    extension(CatalogueDb db)
    {
        public DbSet<CrosswalkHead> Crosswalks => db.Set<CrosswalkHead>();

        public DbSet<CrosswalkLine> CrosswalkLines => db.Set<CrosswalkLine>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<CrosswalkHead>(head =>
        {
            head.ToTable("Crosswalk");
            head.HasKey(h => new { h.Municipality, h.Number });
            head.Property(h => h.Municipality).HasMaxLength(6);
            head.Property(h => h.Content).HasMaxLength(16);
            head.Property(h => h.Source).HasMaxLength(20);
            head.Property(h => h.MadeBy).HasMaxLength(ActorLength);
            head.Property(h => h.DecidedBy).HasMaxLength(ActorLength);
            head.Property(h => h.Reason).HasMaxLength(ReasonLength);
        });
        model.Entity<CrosswalkLine>(line =>
        {
            line.ToTable("CrosswalkLine");
            line.HasKey(l => new { l.Municipality, l.Number, l.FromArea, l.ToArea });
            line.Property(l => l.Municipality).HasMaxLength(6);
            line.Property(l => l.FromArea).HasMaxLength(10);
            line.Property(l => l.ToArea).HasMaxLength(10);
        });
    }

    public static Crosswalk ToCrosswalk(this CrosswalkHead head, IEnumerable<CrosswalkLine> lines) => new()
    {
        Municipality = AreaCode.Parse(head.Municipality), Number = head.Number, FromYear = head.FromYear,
        ToYear = head.ToYear, State = head.State, Source = head.Source, MadeAt = head.MadeAt, MadeBy = head.MadeBy,
        DecidedAt = head.DecidedAt, DecidedBy = head.DecidedBy, Reason = head.Reason,
        Rows = CrosswalkOrder.Of(lines.Select(l => l.ToRow())),
    };
}

/// <summary>The order of a crosswalk's rows: by code, so that equal crosswalks are equal lists.</summary>
internal static class CrosswalkOrder
{
    public static IReadOnlyList<CrosswalkRow> Of(IEnumerable<CrosswalkRow> rows) =>
    [
        .. rows.OrderBy(r => r.From.Code, StringComparer.Ordinal).ThenBy(r => r.To.Code, StringComparer.Ordinal),
    ];
}
