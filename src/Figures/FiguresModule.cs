using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Registers figures: their tables, their cubes and the questions they answer.</summary>
public static class FiguresModule
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddTenantTables("Figures", FactTables.Map);
        services.AddSingleton<FactLedger>();
        services.AddSingleton<FactHistory>();
        services.AddSingleton(DefaultCategories.Tree);
        services.AddScoped<CubeStore>();
        services.AddScoped<AnswerFigures>();
        services.AddScoped<AnswerSeries>();
        services.AddScoped<AnswerMoments>();
        services.AddHostedService<WatchVersions>();
        return services;
    }
}
