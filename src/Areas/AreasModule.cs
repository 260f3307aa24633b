using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Registers what the platform knows of municipalities, districts and neighbourhoods.</summary>
public static class AreasModule
{
    public static IServiceCollection AddAreas(this IServiceCollection services)
    {
        services.AddCatalogueTables("Areas", model =>
        {
            AreaTables.Map(model);
            CrosswalkTables.Map(model);
        });
        services.AddSingleton(s => new AreaRegistry(
            s.GetRequiredService<IDbContextFactory<CatalogueDb>>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<AreaRegistry>>()));
        services.AddSingleton(s => new BoundaryFiles(s.GetRequiredService<DataFolder>()));
        services.AddSingleton(s => new Boundaries(
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<BoundaryFiles>()));
        services.AddSingleton(s => new ImportAreas(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<BoundaryFiles>(),
            s.GetRequiredService<AreaRegistry>()));
        services.AddCrosswalks();
        services.AddBoroughs();
        return services;
    }

    private static void AddBoroughs(this IServiceCollection services)
    {
        services.AddTenantTables("Areas", BoroughTables.MapTenant);
        services.AddScoped<AlterBoroughs>();
        services.AddScoped(s => new SetBorough(
            s.GetRequiredService<AlterBoroughs>(), s.GetRequiredService<ICurrentTenant>(),
            s.GetRequiredService<AreaRegistry>()));
        services.AddScoped(s => new RemoveBorough(s.GetRequiredService<AlterBoroughs>()));
        services.AddScoped(s => new UndoBoroughChange(s.GetRequiredService<AlterBoroughs>()));
        services.AddScoped(s => new ListBoroughs(
            s.GetRequiredService<ICurrentTenant>(), s.GetRequiredService<TenantDb>(),
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<TimeProvider>()));
    }

    private static void AddCrosswalks(this IServiceCollection services)
    {
        services.AddSingleton(s => new StoreCrosswalk(s.GetRequiredService<CatalogueChanges>()));
        services.AddSingleton(s => new ListCrosswalks(s.GetRequiredService<IDbContextFactory<CatalogueDb>>()));
        services.AddSingleton(s => new ImportCrosswalk(
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<StoreCrosswalk>()));
        services.AddSingleton(s => new ProposeCrosswalk(
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<Boundaries>(),
            s.GetRequiredService<IDbContextFactory<CatalogueDb>>(), s.GetRequiredService<StoreCrosswalk>()));
        services.AddSingleton(s => new DecideCrosswalk(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<AreaRegistry>(),
            s.GetRequiredService<ListCrosswalks>()));
    }
}
