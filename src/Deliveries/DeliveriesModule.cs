using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Registers the life of deliveries.</summary>
public static class DeliveriesModule
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddTenantTables("Deliveries", DeliveryTables.MapTenant);
        services.AddCatalogueTables("Deliveries", DeliveryTables.MapCatalogue);

        services.AddSingleton<AgreeByDefault>();
        services.AddSingleton<EndAgreements>();
        services.AddScoped<FindAgreement>();
        services.AddScoped<DropLooks>();
        services.AddScoped<FindArrivals>();
        services.AddScoped<ResumeArrivals>();
        services.AddSingleton<EmptyPlatformQuarantine>();
        return services.AddDeciding().AddDestroying().AddRebuilding();
    }

    private static IServiceCollection AddDeciding(this IServiceCollection services)
    {
        services.AddScoped<WeighPlausibility>();
        services.AddScoped<FindKnownCodes>();
        services.AddSingleton<GiveBackWeeks>();
        services.AddScoped<NoteDelivery>();
        services.AddScoped<FollowUp>();
        services.AddScoped<JudgeDelivery>();
        services.AddScoped<TellMunicipalities>();
        services.AddScoped<RecordJudgement>();
        services.AddScoped<ReceiveDelivery>();
        services.AddScoped<FileOriginal>();
        services.AddScoped<ListDeliveries>();
        services.AddScoped<ShowDelivery>();
        services.AddScoped<IssueReceipt>();
        services.AddScoped(s => new WithdrawDelivery(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<GiveBackWeeks>(),
            s.GetRequiredService<FollowUp>()));
        services.AddScoped(s => new SettleArrivals(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<ReceiveDelivery>(),
            s.GetRequiredService<FileOriginal>(), s.GetRequiredService<CubeStore>()));
        services.AddScoped(s => new SubmitDelivery(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<TenantFiles>(),
            s.GetRequiredService<TenantChanges>(),
            s.GetRequiredService<SettleArrivals>(), s.GetRequiredService<ShowDelivery>()));
        services.AddScoped(s => new DecideDelivery(
            s.GetRequiredService<TenantFiles>(), s.GetRequiredService<TenantChanges>(),
            s.GetRequiredService<JudgeDelivery>(), s.GetRequiredService<RecordJudgement>(),
            s.GetRequiredService<FollowUp>()));
        return services;
    }

    private static IServiceCollection AddDestroying(this IServiceCollection services)
    {
        services.AddSingleton<EraseDelivery>();
        services.AddScoped(s => new DestroyDelivery(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<ListDestroyed>(),
            s.GetRequiredService<EraseDelivery>(), s.GetRequiredService<FollowUp>()));
        services.AddRenewalStep("Deliveries", ReplayDestroyed.Execute);
        return services;
    }

    private static IServiceCollection AddRebuilding(this IServiceCollection services)
    {
        services.AddScoped<CheckArchive>();
        services.AddScoped<LoadNotedFacts>();
        services.AddScoped<FoldNotes>();
        services.AddSingleton(s => new RebuildTenant(
            s.GetRequiredService<RenewDatabase>()));
        return services;
    }

    /// <summary>Adds the watcher of the drop zones; only where work is done.</summary>
    public static IServiceCollection AddDeliveryWork(this IServiceCollection services) =>
        services.AddHostedService<WatchDropZones>();
}
