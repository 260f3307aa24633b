using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>A stored <see cref="Participant"/>; gone as soon as she withdraws.</summary>
internal sealed class ParticipantRow
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required int ModelVersion { get; set; }

    public required string From { get; set; }

    public required RegionalLevels Levels { get; set; }

    public required RegionalUnits Units { get; set; }

    /// <summary>Codes with a space between.</summary>
    public required string Excluded { get; set; }

    public required string ApproverRole { get; set; }

    public required string Reason { get; set; }

    public required DateTime AcceptedAt { get; set; }

    public Participant ToParticipant() => new()
    {
        Code = Code, Name = Name, ModelVersion = ModelVersion, From = ReportingPeriod.Parse(From), Levels = Levels,
        Units = Units, Excluded = Excluded.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ApproverRole = ApproverRole, Reason = Reason, AcceptedAt = AcceptedAt,
    };

    public static ParticipantRow Of(Participant participant) => new()
    {
        Code = participant.Code, Name = participant.Name, ModelVersion = participant.ModelVersion,
        From = participant.From.ToString(), Levels = participant.Levels, Units = participant.Units,
        Excluded = string.Join(' ', participant.Excluded), ApproverRole = participant.ApproverRole,
        Reason = participant.Reason, AcceptedAt = participant.AcceptedAt,
    };

    public static void Map(ModelBuilder model) => model.Entity<ParticipantRow>(row =>
    {
        row.ToTable("Participant");
        row.HasKey(r => r.Code);
        row.Property(r => r.Code).HasMaxLength(6);
        row.Property(r => r.Name).HasMaxLength(RegionalDb.NameLength);
        row.Property(r => r.From).HasMaxLength(7);
        row.Property(r => r.ApproverRole).HasMaxLength(40);
        row.Property(r => r.Reason).HasMaxLength(300);
    });
}
