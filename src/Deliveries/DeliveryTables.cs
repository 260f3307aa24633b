using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

internal static class DeliveryTables
{
    extension(TenantDb db)
    {
        public DbSet<Arrival> Arrivals => db.Set<Arrival>();

        public DbSet<UploadGrant> UploadGrants => db.Set<UploadGrant>();

        public DbSet<Delivery> Deliveries => db.Set<Delivery>();

        public DbSet<DeliveryWeek> DeliveryWeeks => db.Set<DeliveryWeek>();

        public DbSet<DeliveryGroupTotal> DeliveryGroupTotals => db.Set<DeliveryGroupTotal>();

        public DbSet<FindingRow> Findings => db.Set<FindingRow>();

        public DbSet<PlausibilityLimits> PlausibilityLimits => db.Set<PlausibilityLimits>();

        public DbSet<FeedCode> FeedCodes => db.Set<FeedCode>();

        public DbSet<FeedStand> FeedStands => db.Set<FeedStand>();

        public DbSet<Contact> Contacts => db.Set<Contact>();

        public DbSet<OutgoingMail> OutgoingMails => db.Set<OutgoingMail>();

        public DbSet<RetentionTerms> RetentionTerms => db.Set<RetentionTerms>();
    }

    extension(CatalogueDb db)
    {
        public DbSet<Supplier> Suppliers => db.Set<Supplier>();

        public DbSet<Agreement> Agreements => db.Set<Agreement>();

        public DbSet<AgreementVersion> AgreementVersions => db.Set<AgreementVersion>();

        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<DistrictFile> DistrictFiles => db.Set<DistrictFile>();

        public DbSet<DistrictPart> DistrictParts => db.Set<DistrictPart>();

        public DbSet<DistrictFinding> DistrictFindings => db.Set<DistrictFinding>();
    }

    public static void MapTenant(ModelBuilder model)
    {
        FeedTables.Map(model);
        MailTables.Map(model);
        model.Entity<Arrival>(MapArrival);
        model.Entity<UploadGrant>(MapGrant);
        model.Entity<Delivery>(MapDelivery);
        model.Entity<DeliveryWeek>(week =>
        {
            week.ToTable("DeliveryWeek");
            week.HasKey(w => new { w.Delivery, w.Week });
            week.HasIndex(w => w.Week);
        });
        model.Entity<DeliveryGroupTotal>(total =>
        {
            total.ToTable("DeliveryGroupTotal");
            total.HasKey(t => new { t.Delivery, t.Week, t.Group });
            total.Property(t => t.Group).HasMaxLength(20);
        });
        model.Entity<FindingRow>(finding =>
        {
            finding.ToTable("Finding");
            finding.HasKey(f => new { f.Delivery, f.Ordinal });
            finding.Property(f => f.Code).HasMaxLength(40);
            finding.Property(f => f.Value).HasMaxLength(300);
            finding.Property(f => f.Rule).HasMaxLength(500);
            finding.Property(f => f.Sheet).HasMaxLength(100);
        });
        MappingTables.Map(model);
        model.Entity<PlausibilityLimits>(limits =>
        {
            limits.ToTable("PlausibilityLimits");
            limits.Property(l => l.Id).ValueGeneratedNever();
        });
        model.Entity<RetentionTerms>(terms =>
        {
            terms.ToTable("RetentionTerms");
            terms.Property(t => t.Id).ValueGeneratedNever();
        });
    }

    public static void MapCatalogue(ModelBuilder model)
    {
        model.Entity<Supplier>(supplier =>
        {
            supplier.ToTable("Supplier");
            supplier.HasKey(s => s.Code);
            supplier.Property(s => s.Code).HasMaxLength(40);
            supplier.Property(s => s.Name).HasMaxLength(100);
        });
        AgreementTables.Map(model);
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("Notice");
            notice.Property(n => n.Tenant).HasMaxLength(6);
            notice.Property(n => n.Code).HasMaxLength(40);
            notice.Property(n => n.Text).HasMaxLength(500);
            notice.HasIndex(n => n.Tenant);
        });
        DistrictTables.Map(model);
    }

    private static void MapArrival(EntityTypeBuilder<Arrival> arrival)
    {
        arrival.ToTable("Arrival");
        arrival.HasKey(a => a.Number);
        arrival.Property(a => a.Number).ValueGeneratedNever();
        arrival.Property(a => a.Supplier).HasMaxLength(40);
        arrival.Property(a => a.FileName).HasMaxLength(255);
        arrival.Property(a => a.DropName).HasMaxLength(300);
        arrival.Property(a => a.StoredName).HasMaxLength(60);
        arrival.Property(a => a.Actor).HasMaxLength(100);
        arrival.Property(a => a.Origin).HasMaxLength(64);
        arrival.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        arrival.Property(a => a.DropTag).HasMaxLength(64);
        arrival.HasIndex(a => a.State);
        arrival.HasIndex(a => a.DropTag);
    }

    private static void MapGrant(EntityTypeBuilder<UploadGrant> grant)
    {
        grant.ToTable("UploadGrant");
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.Supplier).HasMaxLength(40);
        grant.Property(g => g.Contract).HasMaxLength(40);
        grant.Property(g => g.FileName).HasMaxLength(255);
        grant.Property(g => g.Sha256).HasMaxLength(64);
        grant.Property(g => g.IssuedTo).HasMaxLength(100);
    }

    private static void MapDelivery(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("Delivery");
        delivery.HasKey(d => d.Number);
        delivery.Property(d => d.Number).ValueGeneratedNever();
        delivery.Property(d => d.Supplier).HasMaxLength(40);
        delivery.Property(d => d.Contract).HasMaxLength(40);
        delivery.Property(d => d.FileName).HasMaxLength(255);
        delivery.Property(d => d.Mapping).HasMaxLength(40);
        delivery.Property(d => d.Sha256).HasMaxLength(64);
        delivery.Property(d => d.DecidedBy).HasMaxLength(100);
        delivery.Property(d => d.Reason).HasMaxLength(1000);
        delivery.Property(d => d.WithdrawalReason).HasMaxLength(500);
        delivery.Property(d => d.StoredName).HasMaxLength(60);
        delivery.Property(d => d.Manifest).HasMaxLength(4000);
        delivery.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
        delivery.Property(d => d.StoredIn).HasConversion<string>().HasMaxLength(16);
        delivery.HasIndex(d => new { d.Supplier, d.Contract, d.Sha256 });
    }
}
