using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>
/// What the gemeenten of the region published. Opened by one principal that reads and by one that writes; which, and on
/// which database, is decided outside this project, that can name no gemeente's own data.
/// </summary>
public abstract class RegionalDb(DbContextOptions options) : DbContext(options)
{
    internal const int NameLength = 200;

    internal DbSet<RegionVersion> Versions => Set<RegionVersion>();

    internal DbSet<ModelRow> Models => Set<ModelRow>();

    internal DbSet<ParticipantRow> Participants => Set<ParticipantRow>();

    internal DbSet<MonthStateRow> MonthStates => Set<MonthStateRow>();

    internal DbSet<PublicationRow> Publications => Set<PublicationRow>();

    internal DbSet<AppliedMessage> Applied => Set<AppliedMessage>();

    internal DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    internal DbSet<LibraryTextRow> Texts => Set<LibraryTextRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        RegionVersion.Map(modelBuilder);
        ModelRow.Map(modelBuilder);
        ParticipantRow.Map(modelBuilder);
        MonthStateRow.Map(modelBuilder);
        PublicationRow.Map(modelBuilder);
        AppliedMessage.Map(modelBuilder);
        ReminderRow.Map(modelBuilder);
        LibraryTextRow.Map(modelBuilder);
    }
}
