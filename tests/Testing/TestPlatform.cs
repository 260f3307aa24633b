using Hangfire;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Twente.Igw.Areas;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>
/// The whole platform on a data folder of its own, with a clock the test sets. The same registrations as the program;
/// nothing of ours is replaced.
/// </summary>
public sealed class TestPlatform : IAsyncDisposable
{
    public static readonly TenantId Enschede = TenantId.Parse("GM0153");
    public static readonly TenantId Hengelo = TenantId.Parse("GM0164");

    private readonly ServiceProvider _services;
    private readonly Slot? _slot;
    private readonly bool _isSecond;

    private TestPlatform(
        ServiceProvider services, DataFolder data, FakeTimeProvider clock, Slot? slot, bool isSecond) =>
        (_services, Data, Clock, _slot, _isSecond) = (services, data, clock, slot, isSecond);

    public DataFolder Data { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    /// <summary>With which another process reaches the same files.</summary>
    public IEnumerable<KeyValuePair<string, string?>> StorageSettings => Get<IConfiguration>().AsEnumerable()
        .Where(s => s.Key.StartsWith("Igw:DropZones:", StringComparison.Ordinal));

    /// <summary>The administrator's connection string; only where the engine is a server.</summary>
    public string Admin => _slot?.Admin ?? throw new InvalidOperationException("Files have no administrator.");

    /// <summary>With which a process works on this platform too; jobs are kept where it keeps them.</summary>
    public IReadOnlyDictionary<string, string> Settings => (_slot?.Settings ?? [])
        .Where(s => !s.Key.StartsWith("Igw:Jobs", StringComparison.Ordinal))
        .ToDictionary(s => s.Key, s => s.Value!, StringComparer.Ordinal);

    /// <summary>An empty platform on this engine, in a folder of its own or in this one.</summary>
    public static async Task<TestPlatform> Start(
        Engine engine, CancellationToken cancel, string? folder = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var slot = await Slot.Take(engine, cancel);
        folder ??= Directory.CreateTempSubdirectory("igw-test-").FullName;
        return await Start(folder, slot, isSecond: false, cancel, settings);
    }

    /// <summary>An empty platform on a server of the caller's own.</summary>
    public static Task<TestPlatform> Start(PostgresServer server, CancellationToken cancel) =>
        Start(Directory.CreateTempSubdirectory("igw-test-").FullName, Slot.On(server), isSecond: false, cancel);

    /// <summary>The same platform, looked at as a second process would.</summary>
    public Task<TestPlatform> StartAnother(
        CancellationToken cancel, IEnumerable<KeyValuePair<string, string?>>? settings = null) =>
        Start(Data.Root, _slot, isSecond: true, cancel, settings);

    private static async Task<TestPlatform> Start(
        string folder, Slot? slot, bool isSecond, CancellationToken cancel,
        IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var data = new DataFolder(folder);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection((slot?.Settings ?? []).Concat(settings ?? [])).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<Azure.Core.TokenCredential>(new EmulatorToken());
        if (slot is null)
            services.AddSingleton<IInterceptor>(TransactSql.OfAll);
        services.AddTenancy(data).AddDatabases().AddIdentity().AddAreas().AddFigures().AddDeliveries()
            .AddRegional().AddPublishing();
        services.AddSingleton<JobActivator, TenantJobActivator>();
        services.AddHangfire(jobs => jobs.UseFilter(new ForgetJobsOfRemovedTenants()).UseInMemoryStorage());
        var built = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        if (isSecond)
            await built.GetRequiredService<RequireSchema>().Execute(cancel);
        else
            await built.GetRequiredService<Migrate>().Execute(cancel);
        return new TestPlatform(built, data, clock, slot, isSecond);
    }

    /// <summary>A platform with Enschede on it, its areas imported and its default agreement made.</summary>
    public static async Task<TestPlatform> WithEnschede(
        Engine engine, CancellationToken cancel, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var platform = await Start(engine, cancel, settings: settings);
        await platform.Add(Enschede, "enschede", cancel);
        await platform.ImportAreas(cancel);
        return platform;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<TenantScope> Open(TenantId tenant, CancellationToken cancel) =>
        Get<ITenantScopes>().Open(tenant, cancel);

    public async Task Add(TenantId tenant, string slug, CancellationToken cancel)
    {
        await Get<AddTenant>().Execute(tenant, TenantSlug.Parse(slug), slug, Actor.CommandLine, cancel);
        await Get<AgreeByDefault>().Execute(tenant, Actor.CommandLine, cancel);
    }

    /// <summary>Writes and imports the small invented division that deliveries in tests use.</summary>
    public async Task ImportAreas(CancellationToken cancel, int year = 2021)
    {
        var file = Path.Combine(Data.Root, $"gebieden-{year}.gpkg");
        GeoPackageFile.Write(file, year);
        await Get<ImportAreas>().Execute(file, Actor.CommandLine, null, cancel);
    }

    /// <summary>Imports a later year in which the division of Enschede changed.</summary>
    public async Task ImportChangedAreas(CancellationToken cancel, int year = 2025)
    {
        var file = GeoPackageFile.WriteChanged(Path.Combine(Data.Root, $"gebieden-{year}.gpkg"), year);
        await Get<ImportAreas>().Execute(file, Actor.CommandLine, null, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_isSecond)
            return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data.Root, recursive: true);
        _slot?.Dispose();
    }
}
