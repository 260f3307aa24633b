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
            CategoryTables.MapTenant(model);
        });
        services.TryAddSingleton(ClosedFeeds.None);
        services.AddKeyFigures();
        services.AddSingleton<FactLedger>();
        services.AddSingleton<CoarsenFacts>();
        services.AddSingleton<PublishedLedger>();
        services.AddScoped<AnswerPublished>();
        services.AddSingleton<FactHistory>();
        services.AddScoped<ReadStamp>();
        services.AddScoped(s => new CubeStore(
            s.GetRequiredService<TenantCache>(), s.GetRequiredService<TenantDb>(),
            s.GetRequiredService<AreaRegistry>(), s.GetRequiredService<ReadStamp>()));
        services.AddCategories();
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

    private static void AddCategories(this IServiceCollection services)
    {
        services.AddScoped<CategoryStore>();
        services.AddScoped<AlterCategories>();
        services.AddChangeKind<SensitivityChange>();
        services.AddScoped(s => new AddCategory(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new ChangeCategory(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new EndCategory(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new RemoveCategory(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new SetSensitivity(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new NameGroup(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new AddBreak(s.GetRequiredService<AlterCategories>()));
        services.AddScoped(s => new UndoCategoryChange(s.GetRequiredService<AlterCategories>()));
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
