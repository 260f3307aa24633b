using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Tenancy;

/// <summary>Registers the doors to a tenant's belongings.</summary>
public static class TenancyModule
{
    /// <param name="services">The program's services; a <see cref="DatabaseEngine"/> is registered by
    /// Databases.</param>
    /// <param name="data">The data folder.</param>
    public static IServiceCollection AddTenancy(this IServiceCollection services, DataFolder data)
    {
        services.AddOptions<TenancyOptions>().BindConfiguration("Igw").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(data);

        services.AddScoped<ICurrentTenant, CurrentTenant>();
        services.AddSingleton<ITenantCatalogue, TenantCatalogue>();
        services.AddSingleton<TenantScopes>();
        services.AddSingleton<ITenantScopes>(s => s.GetRequiredService<TenantScopes>());

        services.AddSingleton<KeepWithinBudget>();
        services.AddSingleton<IInterceptor>(s => s.GetRequiredService<KeepWithinBudget>());
        services.AddSingleton<IInterceptor, GuardConnection>();
        services.AddSingleton<ModelParts<TenantDb>>();
        services.AddSingleton<ModelParts<CatalogueDb>>();
        services.AddSingleton<PlatformDatabases>();
        services.AddSingleton<TenantDatabases>();
        services.AddSingleton<IDbContextFactory<CatalogueDb>>(s => s.GetRequiredService<TenantDatabases>());
        services.AddSingleton(s => new PlatformContext(
            PlatformModel.Catalogue, s.GetRequiredService<TenantDatabases>().CreateDbContext));
        services.AddScoped(s =>
            s.GetRequiredService<TenantDatabases>().Open(s.GetRequiredService<ICurrentTenant>().Tenant.Login));

        services.AddSingleton<TenantMemory>();
        services.AddScoped<TenantCache>();
        services.AddScoped<TenantJobs>();
        services.AddSingleton<PlatformJobs>();

        return services.AddFiles().AddAudit().AddApprovals().AddTenantLife().AddBackup();
    }

    /// <summary>Contributes a capability's tables to the tenant model.</summary>
    public static IServiceCollection AddTenantTables(
        this IServiceCollection services, string capability, Action<ModelBuilder> map) =>
        services.AddSingleton(new ModelPart<TenantDb>(capability, map));

    /// <summary>Contributes a capability's tables to the catalogue model.</summary>
    public static IServiceCollection AddCatalogueTables(
        this IServiceCollection services, string capability, Action<ModelBuilder> map) =>
        services.AddSingleton(new ModelPart<CatalogueDb>(capability, map));

    private static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Igw:DropZones").ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<StorageState>();
        services.AddSingleton<ScratchFolder>();
        services.AddSingleton<BlobLine>();
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(ComposeBlobs.Client);
        services.AddSingleton<FileStore>(s =>
            s.GetRequiredService<IOptions<StorageOptions>>().Value.Kind == StorageKind.AzureBlob
                ? ActivatorUtilities.CreateInstance<BlobStore>(s)
                : ActivatorUtilities.CreateInstance<FolderStore>(s));
        services.AddSingleton(s => new PlatformFiles(s.GetRequiredService<FileStore>()));
        services.AddScoped(s => new SignUploads(
            s.GetRequiredService<ICurrentTenant>(), s.GetRequiredService<TimeProvider>(),
            new Lazy<BlobServiceClient>(s.GetRequiredService<BlobServiceClient>), s.GetRequiredService<BlobLine>()));
        services.AddScoped(s => new TenantFiles(
            s.GetRequiredService<FileStore>(), s.GetRequiredService<ICurrentTenant>()));
        return services;
    }

    /// <summary>Watches whether files can be reached; in every process that answers or works.</summary>
    public static IServiceCollection AddStorageWatch(this IServiceCollection services) =>
        services.AddHostedService<WatchStorage>();

    private static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditHeads>();
        services.AddScoped(s => new TenantChanges(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<DatabaseEngine>(),
            s.GetRequiredService<AuditHeads>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CatalogueChanges(
            s.GetRequiredService<TenantDatabases>(), s.GetRequiredService<DatabaseEngine>(),
            s.GetRequiredService<AuditHeads>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new VerifyAudit(
            s.GetRequiredService<ITenantScopes>(), s.GetRequiredService<TenantDatabases>(),
            s.GetRequiredService<AuditHeads>()));
        services.AddScoped<ReadAudit>();
        services.AddScoped<SampleAudit>();
        services.AddScoped<FindRisks>();
        services.AddScoped(s => new CheckAudit(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<VerifyAudit>(),
            s.GetRequiredService<TenantChanges>()));
        return services;
    }

    private static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddScoped<ChangeKinds>();
        services.AddScoped<FinishChange>();
        services.AddScoped(s => new RequestChange(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<ChangeKinds>(),
            s.GetRequiredService<FinishChange>(), s.GetRequiredService<IOptions<TenancyOptions>>()));
        services.AddScoped(s => new DecideChange(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<ChangeKinds>(),
            s.GetRequiredService<FinishChange>()));
        services.AddScoped(s => new SettleChanges(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<TenantDb>(),
            s.GetRequiredService<ChangeKinds>(), s.GetRequiredService<FinishChange>()));
        services.AddScoped(s => new ListChanges(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<ChangeKinds>(),
            s.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Contributes a kind of change that needs a second person.</summary>
    public static IServiceCollection AddChangeKind<TKind>(this IServiceCollection services)
        where TKind : ChangeKind => services.AddScoped<ChangeKind, TKind>();

    private static IServiceCollection AddTenantLife(this IServiceCollection services)
    {
        services.AddSingleton(s => new AddTenant(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<TenantDatabases>(),
            s.GetRequiredService<DatabaseEngine>(), s.GetRequiredService<FileStore>()));
        services.AddSingleton(s => new RotateSecret(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<DatabaseEngine>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ListTenants(s.GetRequiredService<TenantDatabases>()));
        services.AddSingleton<ForgetTenant>();
        services.AddSingleton<TenantBelongings>();
        services.AddSingleton(s => new RemoveTenant(
            s.GetRequiredService<CatalogueChanges>(), s.GetRequiredService<DatabaseEngine>(),
            s.GetRequiredService<WriteBackup>(), s.GetRequiredService<TenantBelongings>(),
            s.GetRequiredService<ForgetTenant>()));
        return services;
    }

    private static IServiceCollection AddBackup(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListDestroyed(
            s.GetRequiredService<TenantDatabases>(), s.GetRequiredService<CatalogueChanges>()));
        services.AddSingleton<WriteBackup>();
        services.AddSingleton<LoadBackup>();
        services.AddSingleton<PutFilesBack>();
        services.AddSingleton<CloseTenant>();
        services.AddSingleton<KeepSafetyCopy>();
        services.AddSingleton<RenewalScopes>();
        services.AddSingleton(s => new RenewDatabase(
            s.GetRequiredService<CloseTenant>(), s.GetRequiredService<KeepSafetyCopy>(),
            s.GetRequiredService<TenantDatabases>(), s.GetRequiredService<DatabaseEngine>(),
            s.GetRequiredService<RenewalScopes>()));
        services.AddSingleton(s => new BackupTenant(
            s.GetRequiredService<ITenantScopes>(), s.GetRequiredService<TenantDatabases>(),
            s.GetRequiredService<WriteBackup>()));
        services.AddSingleton(s => new RestoreTenant(
            s.GetRequiredService<RenewDatabase>(), s.GetRequiredService<LoadBackup>(),
            s.GetRequiredService<PutFilesBack>(), s.GetRequiredService<ListDestroyed>(),
            s.GetRequiredService<DatabaseEngine>()));
        return services;
    }

    /// <summary>Contributes what a capability does in a tenant's database that came back.</summary>
    public static IServiceCollection AddRenewalStep(
        this IServiceCollection services, string capability,
        Func<TenantScope, AuditedChange<TenantDb>, CancellationToken, Task> take) =>
        services.AddSingleton(new RenewalStep(capability, take));
}
