using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Deliveries;

internal static class AgreementTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Agreement>(agreement =>
        {
            agreement.ToTable("Agreement");
            agreement.Ignore(a => a.Terms);
            agreement.Property(a => a.Tenant).HasMaxLength(6);
            agreement.Property(a => a.Supplier).HasMaxLength(40);
            agreement.Property(a => a.Contract).HasMaxLength(40);
            agreement.Property(a => a.LegalBasis).HasMaxLength(40);
            agreement.Property(a => a.Purpose).HasMaxLength(300);
            agreement.Property(a => a.Recipients).HasMaxLength(300);
            agreement.Property(a => a.CountedDate).HasMaxLength(10);
            agreement.Property(a => a.OrderKey).HasConversion<string>().HasMaxLength(16);
            agreement.HasIndex(a => new { a.Tenant, a.Supplier, a.Contract });
        });
        model.Entity<AgreementVersion>(version =>
        {
            version.ToTable("AgreementVersion");
            version.HasKey(v => new { v.Agreement, v.Number });
            version.Property(v => v.By).HasMaxLength(100);
            version.Property(v => v.Did).HasMaxLength(20);
            version.Property(v => v.Reason).HasMaxLength(300);
            version.Property(v => v.Terms).HasMaxLength(4000);
        });
    }
}
