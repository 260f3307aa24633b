using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>
/// Registers the region; how its database is opened is registered by whoever knows a database product.
/// </summary>
public static class RegionalModule
{
    public static IServiceCollection AddRegional(this IServiceCollection services)
    {
        services.AddSingleton(s => new ReadRegion(
            s.GetRequiredService<RegionalDatabases>(), s.GetRequiredService<AreaRegistry>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ApplyMessage(
            s.GetRequiredService<RegionalDatabases>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CompareRegion(
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ListDistricts(s.GetRequiredService<AreaRegistry>()));
        services.AddSingleton(s => new DecideModel(
            s.GetRequiredService<RegionalDatabases>(), s.GetRequiredService<AreaRegistry>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new RemindMunicipality(
            s.GetRequiredService<RegionalDatabases>(), s.GetRequiredService<ReadRegion>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new KeepTexts(
            s.GetRequiredService<RegionalDatabases>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
