using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Registers figures: their tables, their cubes and the questions they answer.</summary>
public static class FiguresModule
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddTenantTables("Figures", model =>
        {
            FactTables.Map(model);
            PublishedTables.Map(model);
            KeyFigureTables.MapTenant(model);
        });
        services.TryAddSingleton(ClosedFeeds.None);
        services.AddKeyFigures();
        services.AddSingleton<FactLedger>();
        services.AddSingleton<CoarsenFacts>();
        services.AddSingleton<PublishedLedger>();
        services.AddScoped<AnswerPublished>();
        services.AddSingleton<FactHistory>();
        services.AddSingleton(DefaultCategories.Tree);
        services.AddScoped<CubeStore>();
        services.AddScoped<AnswerFigures>();
        services.AddScoped<AnswerSeries>();
        services.AddScoped<AnswerMoments>();
        services.AddScoped<AnswerRevision>();
        services.AddScoped<AnswerDelay>();
        services.AddScoped<ExtractCounts>();
        services.AddScoped<ExtractKeyFigures>();
        services.AddHostedService<WatchVersions>();
        return services;
    }

    private static void AddKeyFigures(this IServiceCollection services)
    {
        services.AddCatalogueTables("Figures", KeyFigureTables.MapCatalogue);
        services.AddSingleton<KeyFigureLedger>();
        services.AddSingleton(s => new PublicKeyFigures(
            s.GetRequiredService<IDbContextFactory<CatalogueDb>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ImportKeyFigures(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<KeyFigureLedger>(),
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<PublicKeyFigures>()));
        services.AddScoped(s => new KeyFigureStore(
            s.GetRequiredService<ICurrentTenant>(), s.GetRequiredService<TenantCache>(),
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<PublicKeyFigures>(),
            s.GetRequiredService<ClosedFeeds>()));
        services.AddScoped<AnswerKeyFigures>();
        services.AddScoped<DefineKeyFigures>();
    }
}
