using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Databases;

/// <summary>Every capability that has tables, for whoever needs the whole model without the whole program.</summary>
internal static class Capabilities
{
    public static IServiceCollection AddTables(IServiceCollection services) =>
        services.AddAreas().AddFigures().AddDeliveries();
}
