using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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

        services.AddAgreements();
        services.AddScoped(s => s.GetRequiredService<TenantCache>()
            .GetOrAdd(() => new DropLooks(s.GetRequiredService<TimeProvider>())));
        services.AddScoped<WaitsForManifest>();
        services.AddScoped<ClaimArrivals>();
        services.AddScoped<FindArrivals>();
        services.AddScoped<ResumeArrivals>();
        services.AddSingleton<EmptyPlatformQuarantine>();
        services.AddSingleton<HintDropZones>();
        services.AddFeeds();
        services.AddOffers();
        services.AddScanning();
        services.AddGrants();
        return services.AddDeciding().AddDestroying().AddRebuilding();
    }

    private static IServiceCollection AddDeciding(this IServiceCollection services)
    {
        services.AddContracts();
        services.AddDistrict();
        services.AddMappings();
        services.AddScoped<NoteDelivery>();
        services.AddScoped<FollowUp>();
        services.AddScoped<JudgeDelivery>();
        services.AddScoped<TellMunicipalities>();
        services.AddScoped<RecordJudgement>();
        services.AddScoped<FindRepeat>();
        services.AddScoped<ReceiveDelivery>();
        services.AddScoped<FileOriginal>();
        services.AddSingleton<IngestMeter>();
        services.AddScoped<FileDecided>();
        services.AddScoped<FindOriginal>();
        services.AddScoped<FetchArrival>();
        services.AddScoped<WaitForScan>();
        services.AddScoped<ListDeliveries>();
        services.AddScoped<ShowDelivery>();
        services.AddScoped<IssueReceipt>();
        services.AddScoped(s => new WithdrawDelivery(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<Contracts>(),
            s.GetRequiredService<FollowUp>()));
        services.AddScoped(s => new SettleArrivals(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<FetchArrival>(),
            s.GetRequiredService<WaitForScan>(), s.GetRequiredService<ReceiveDelivery>(),
            s.GetRequiredService<FileDecided>()));
        services.AddScoped(s => new SubmitDelivery(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<TenantFiles>(),
            s.GetRequiredService<TenantChanges>(),
            s.GetRequiredService<SettleArrivals>(), s.GetRequiredService<ShowDelivery>()));
        services.AddScoped(s => new DecideDelivery(
            s.GetRequiredService<FindOriginal>(), s.GetRequiredService<TenantChanges>(),
            s.GetRequiredService<JudgeDelivery>(), s.GetRequiredService<RecordJudgement>(),
            s.GetRequiredService<FollowUp>()));
        return services;
    }

    private static IServiceCollection AddDestroying(this IServiceCollection services)
    {
        services.AddScoped<EraseDelivery>();
        services.AddScoped(s => new DestroyDelivery(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<ListDestroyed>(),
            s.GetRequiredService<EraseDelivery>(), s.GetRequiredService<FollowUp>()));
        services.AddRenewalStep("Deliveries", ReplayDestroyed.Execute);
        services.AddRenewalStep("Deliveries", ForgetDetailAgain.Execute);
        services.AddScoped(s => new PlanRetention(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<ListAgreements>(),
            s.GetRequiredService<Contracts>(), s.GetRequiredService<CoarsenFacts>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new RunRetention(
            s.GetRequiredService<PlanRetention>(), s.GetRequiredService<DestroyDelivery>(),
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<CoarsenFacts>(),
            s.GetRequiredService<FollowUp>()));
        services.AddScoped<SetRetention>();
        services.AddChangeKind<RetentionChange>();
        services.AddChangeKind<LimitsChange>();
        services.AddScoped<SetLimits>();
        services.AddScoped<ShowLimits>();
        services.AddScoped(s => new ListProofs(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<ListDestroyed>(),
            s.GetRequiredService<CoarsenFacts>()));
        return services;
    }

    private static IServiceCollection AddRebuilding(this IServiceCollection services)
    {
        services.AddScoped<CheckArchive>();
        services.AddScoped<ReadOriginal>();
        services.AddScoped<LoadTheRest>();
        services.AddScoped<LoadNotedFacts>();
        services.AddScoped<FoldNotes>();
        services.AddSingleton(s => new RebuildTenant(
            s.GetRequiredService<RenewDatabase>()));
        return services;
    }

    private static void AddFeeds(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Igw:Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ReadFeedSigns>();
        services.AddScoped(s => new ListFeeds(
            s.GetRequiredService<TenantDb>(), s.GetRequiredService<ListAgreements>(),
            s.GetRequiredService<ReadFeedSigns>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FeedGauge>();
        services.AddSingleton<ComposeMail>();
        services.AddSingleton(s => new MailInvitation(
            s.GetRequiredService<SmtpDelivery>(), s.GetRequiredService<ComposeMail>(),
            s.GetRequiredService<ILogger<MailInvitation>>()));
        services.AddSingleton(s => new MailNewPassword(
            s.GetRequiredService<SmtpDelivery>(), s.GetRequiredService<ComposeMail>(),
            s.GetRequiredService<ILogger<MailNewPassword>>()));
        services.AddSingleton<SmtpDelivery>();
        services.AddScoped<WriteMail>();
        services.AddScoped(s => new MailReminder(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<IOptions<MailOptions>>()));
        services.AddScoped<SendMail>();
        services.AddScoped(s => new WatchFeeds(
            s.GetRequiredService<ListFeeds>(), s.GetRequiredService<TenantChanges>(),
            s.GetRequiredService<FeedGauge>(), s.GetRequiredService<WriteMail>(),
            s.GetRequiredService<SendMail>()));
        services.AddScoped<AddContact>();
        services.AddScoped<RemoveContact>();
        services.AddScoped<ListContacts>();
    }

    private static void AddScanning(this IServiceCollection services)
    {
        services.AddOptions<ScanningOptions>().BindConfiguration("Igw:Scanning").ValidateDataAnnotations()
            .Validate<IOptions<StorageOptions>>(
                (scanning, storage) => scanning.Kind != ScanningKind.DefenderTags
                    || storage.Value.Kind == StorageKind.AzureBlob,
                "Igw:Scanning:Kind DefenderTags needs Igw:DropZones:Kind AzureBlob: Defender labels blobs.")
            .Validate<IOptions<TenancyOptions>>(
                (scanning, platform) => scanning.Kind != ScanningKind.None
                    || platform.Value.Profile != Profile.Hosted,
                "Igw:Profile Hosted needs Igw:Scanning:Kind Clamd or DefenderTags: files of others are never read "
                + "before they are scanned.")
            .ValidateOnStart();
        services.AddSingleton<ScanFile>(s => s.GetRequiredService<IOptions<ScanningOptions>>().Value.Kind switch
        {
            ScanningKind.Clamd => ActivatorUtilities.CreateInstance<ScanByClamd>(s),
            ScanningKind.DefenderTags => new ScanByDefender(),
            _ => new ScanNothing(),
        });
    }

    private static void AddGrants(this IServiceCollection services)
    {
        services.AddScoped(s => new GrantUpload(
            s.GetRequiredService<TenantChanges>(), s.GetRequiredService<SignUploads>(),
            s.GetRequiredService<JudgeGrant>()));
        services.AddScoped<JudgeGrant>();
    }

    private static void AddAgreements(this IServiceCollection services)
    {
        services.AddSingleton<AgreeByDefault>();
        services.AddSingleton<EndAgreements>();
        services.AddSingleton<MakeAgreement>();
        services.AddSingleton<FindClosedFeeds>();
        services.AddSingleton(s => new ClosedFeeds(s.GetRequiredService<FindClosedFeeds>().Execute));
        services.AddSingleton<ListAgreements>();
        services.AddSingleton<ListSuppliers>();
        services.AddSingleton<ShowAgreement>();
        services.AddSingleton<AlterAgreement>();
        services.AddSingleton(s => new ConfirmAgreement(s.GetRequiredService<AlterAgreement>()));
        services.AddSingleton(s => new ChangeAgreement(s.GetRequiredService<AlterAgreement>()));
        services.AddSingleton(s => new EndAgreement(s.GetRequiredService<AlterAgreement>()));
        services.AddScoped<FindAgreement>();
    }

    /// <summary>Files for several gemeenten, before each has her part.</summary>
    private static void AddDistrict(this IServiceCollection services)
    {
        services.AddSingleton<ClaimDistrictFile>();
        services.AddSingleton<FindDistrictFiles>();
        services.AddSingleton<FindDistrictAgreements>();
        services.AddSingleton<ReadDistrictFile>();
        services.AddSingleton<JudgeDistrictFile>();
        services.AddSingleton<RecordDistrictFile>();
        services.AddSingleton<DecideDistrictFile>();
        services.AddSingleton(s => new SettleDistrictFiles(
            s.GetRequiredService<IDbContextFactory<CatalogueDb>>(), s.GetRequiredService<DecideDistrictFile>(),
            s.GetRequiredService<DeliverParts>(), s.GetRequiredService<FileDistrictOriginal>()));
        services.AddSingleton<DeliverParts>();
        services.AddSingleton<FileDistrictOriginal>();
        services.AddSingleton(s => new SubmitDistrictFile(
            s.GetRequiredService<ClaimDistrictFile>(), s.GetRequiredService<SettleDistrictFiles>(),
            s.GetRequiredService<IDbContextFactory<CatalogueDb>>(), s.GetRequiredService<PlatformFiles>()));
        services.AddScoped<ReceivePart>();
    }

    /// <summary>What a supplier sees and does itself.</summary>
    private static void AddOffers(this IServiceCollection services)
    {
        services.AddSingleton<FindReach>();
        services.AddSingleton<ListExpected>();
        services.AddSingleton<ListOwnDeliveries>();
        services.AddSingleton<ShowOwnDelivery>();
        services.AddSingleton<ShowOwnDistrictFile>();
        services.AddSingleton<AskWithdrawal>();
        services.AddSingleton<RefuseCrossing>();
        services.AddScoped<TryDelivery>();
        services.AddSingleton<StoreOffer>();
        services.AddSingleton(s => new CheckOffer(
            s.GetRequiredService<ITenantScopes>(), s.GetRequiredService<PlatformFiles>(),
            s.GetRequiredService<JudgeDistrictFile>(), s.GetRequiredService<ScanFile>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ShowOffer>();
        services.AddSingleton(s => new DeliverOffer(
            s.GetRequiredService<ITenantScopes>(), s.GetRequiredService<PlatformFiles>(),
            s.GetRequiredService<ClaimDistrictFile>(), s.GetRequiredService<PlatformJobs>()));
        services.AddScoped<ForgetOffers>();
        services.AddTransient<ForgetDistrictOffers>();
    }

    private static void AddMappings(this IServiceCollection services)
    {
        services.AddScoped<RecogniseFile>();
        services.AddScoped<ApplyMapping>();
        services.AddScoped<SaveMapping>();
        services.AddScoped<ActivateMapping>();
        services.AddScoped<RetireMapping>();
        services.AddScoped<ListMappings>();
        services.AddScoped(s => new TryMapping(
            s.GetRequiredService<ApplyMapping>(), s.GetRequiredService<Contracts>(),
            s.GetRequiredService<CategoryStore>()));
        services.AddScoped(s => new ProposeMapping(
            s.GetRequiredService<ICurrentTenant>(), s.GetRequiredService<ReadKnown>(),
            s.GetRequiredService<CategoryStore>()));
    }

    /// <summary>Each contract is its folder and its line here.</summary>
    private static void AddContracts(this IServiceCollection services)
    {
        services.AddScoped<Contracts>();
        services.AddScoped<ReadKnown>();
        services.AddScoped<WeighPlausibility>();
        services.AddScoped<CountWeeks>();
        services.AddSingleton<RememberCodes>();
        services.AddScoped<CountKeyFigures>();
        services.AddScoped<Contract, PolitieWeekContract>();
        services.AddScoped<Contract, PolitieWeekDistrictContract>();
        services.AddScoped<CountPeriods>();
        services.AddScoped<Contract, PolitieOpenDataContract>();
        services.AddScoped<Contract, GemeenteKerncijfersContract>();
    }

    /// <summary>Adds the watcher of the drop zones; only where work is done.</summary>
    public static IServiceCollection AddDeliveryWork(this IServiceCollection services) =>
        services.AddHostedService<WatchDropZones>().AddHostedService<WatchDistrictDrop>();
}
