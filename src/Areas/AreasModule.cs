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
        services.AddCatalogueTables("Areas", AreaTables.Map);
        services.AddSingleton(s => new AreaRegistry(
            s.GetRequiredService<IDbContextFactory<CatalogueDb>>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<AreaRegistry>>()));
        services.AddSingleton(s => new BoundaryFiles(s.GetRequiredService<DataFolder>()));
        services.AddSingleton(s => new Boundaries(
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<BoundaryFiles>()));
        services.AddSingleton(s => new ImportAreas(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<BoundaryFiles>(),
            s.GetRequiredService<AreaRegistry>()));
        return services;
    }
}
