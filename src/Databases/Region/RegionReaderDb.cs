using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>The region's data as the principal sees it that can only read; no migration is made for it.</summary>
internal sealed class RegionReaderDb(DbContextOptions<RegionReaderDb> options, DatabaseEngine engine)
    : RegionalDb(options), IPlatformDb
{
    public PlatformModel Part => PlatformModel.RegionalReader;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoredForms.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        StoredForms.Collate(modelBuilder, engine.Collation);
    }
}
