using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>The region's data as the principal sees it that publishes: the owner of its tables.</summary>
internal sealed class PublishingDb(DbContextOptions<PublishingDb> options, DatabaseEngine engine)
    : RegionalDb(options), IPlatformDb
{
    public PlatformModel Part => PlatformModel.Regional;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoredForms.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        StoredForms.Collate(modelBuilder, engine.Collation);
    }
}
