using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Twente.Igw.Areas;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
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
    private readonly bool _ownsFolder;

    private TestPlatform(ServiceProvider services, DataFolder data, FakeTimeProvider clock, bool ownsFolder) =>
        (_services, Data, Clock, _ownsFolder) = (services, data, clock, ownsFolder);

    public DataFolder Data { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    /// <summary>An empty platform; give the folder of another to look at it as a second process would.</summary>
    public static async Task<TestPlatform> Start(CancellationToken cancel, string? folder = null)
    {
        var data = new DataFolder(folder ?? Directory.CreateTempSubdirectory("igw-test-").FullName);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddTenancy(data).AddDatabases().AddAreas().AddFigures().AddDeliveries();
        services.AddSingleton<JobActivator, TenantJobActivator>();
        services.AddHangfire(jobs => jobs.UseInMemoryStorage());
        var built = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await built.GetRequiredService<BringUpToDate>().Everything(cancel);
        return new TestPlatform(built, data, clock, folder is null);
    }

    /// <summary>A platform with Enschede on it, its areas imported and its default agreement made.</summary>
    public static async Task<TestPlatform> WithEnschede(CancellationToken cancel)
    {
        var platform = await Start(cancel);
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

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Data.Root, recursive: true);
        }
    }
}
