using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>The tables of a gemeente that are about what she publishes.</summary>
internal static class PublishingTables
{
    extension(TenantDb db)
    {
        public DbSet<Acceptance> Acceptances => db.Set<Acceptance>();

        public DbSet<Proposal> Proposals => db.Set<Proposal>();

        public DbSet<OutboxRow> Outbox => db.Set<OutboxRow>();

        public DbSet<NoiseKey> NoiseKeys => db.Set<NoiseKey>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Acceptance>(row =>
        {
            row.ToTable("RegionAcceptance");
            row.HasKey(a => a.Number);
            row.Property(a => a.Number).ValueGeneratedNever();
            row.Property(a => a.From).HasMaxLength(7);
            row.Property(a => a.ApproverRole).HasMaxLength(40);
            row.Property(a => a.Reason).HasMaxLength(Acceptance.ReasonLength);
            row.Property(a => a.By).HasMaxLength(200);
            row.Property(a => a.EndedBy).HasMaxLength(200);
            row.Property(a => a.EndReason).HasMaxLength(Acceptance.ReasonLength);
        });
        model.Entity<Proposal>(row =>
        {
            row.ToTable("RegionProposal");
            row.HasKey(p => p.Number);
            row.Property(p => p.Number).ValueGeneratedNever();
            row.Property(p => p.Month).HasMaxLength(7);
            row.Property(p => p.State).HasMaxLength(16).HasConversion<string>();
            row.Property(p => p.Sha256).HasMaxLength(64);
            row.Property(p => p.Note).HasMaxLength(Proposal.NoteLength);
            row.Property(p => p.DecidedBy).HasMaxLength(200);
        });
        model.Entity<OutboxRow>(row =>
        {
            row.ToTable("RegionOutbox");
            row.HasKey(o => o.Number);
            row.Property(o => o.Number).ValueGeneratedNever();
            row.Property(o => o.Failure).HasMaxLength(300);
            row.HasIndex(o => o.SentAt);
        });
        model.Entity<NoiseKey>(row =>
        {
            row.ToTable("RegionNoiseKey");
            row.Property(k => k.Id).ValueGeneratedNever();
            row.Property(k => k.Secret).HasMaxLength(44);
        });
    }
}
