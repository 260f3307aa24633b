using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

/// <summary>
/// Enschede, to which things happen, and Hengelo, which must not notice. The program works on it as a process; the test
/// looks at it as another process would, at every state of the database and not only once a second.
/// </summary>
internal sealed class Town : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestPlatform _platform;
    private readonly WholeDeliveries _whole;
    private string _neighbour = "";

    private Town(TestPlatform platform, RestatedWeeks weeks)
    {
        (_platform, Weeks) = (platform, weeks);
        _whole = new WholeDeliveries(platform, TestPlatform.Enschede);
        Igw = IgwProcess.Beside(platform);
    }

    public IgwProcess Igw { get; }

    public TestPlatform Platform => _platform;

    public RestatedWeeks Weeks { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Town> Found(Engine engine, RestatedWeeks weeks)
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7, "GM0164"), Cancel);
        var town = new Town(platform, weeks);
        // The job storage is the program's own, and its to make.
        Assert.Equal(0, (await town.Igw.Run(Cancel, "migrate")).ExitCode);
        town._neighbour = await TenantBytes.Of(platform, TestPlatform.Hengelo, Cancel);
        return town;
    }

    /// <summary>Starts the work; it says that it works, or has stopped and says why.</summary>
    public async Task<Running> Work()
    {
        var work = Igw.Go("work");
        await work.Ready(Cancel);
        Assert.False(work.HasExited, work.Errors);
        return work;
    }

    /// <summary>Puts a statement into the drop folder and answers its path.</summary>
    public string Drop(int statement) => Weeks.Drop(Igw.PathOf("drop", "gm0153"), statement);

    /// <summary>A claimed file is taken out of the drop folder.</summary>
    public static async Task Claimed(string path)
    {
        while (File.Exists(path))
            await Task.Delay(2, Cancel);
    }

    /// <summary>Which statement a reader sees, null before the first; a part of one fails the test.</summary>
    public async Task<int?> Look()
    {
        await using var scope = await _platform.Open(TestPlatform.Enschede, Cancel);
        var cube = await scope.Get<CubeStore>().Refresh(Cancel);
        var totals = cube.CountWeeks(DefaultCategories.Total, AreaCode.Parse("GM0153"), 2021, Weeks.Range);
        var total = Assert.Single(totals.Distinct());
        return total == 0 ? null : total - Weeks.RowsPerWeek;
    }

    public async Task UntilSeen(int statement)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await Look() != statement)
            await Task.Delay(5, patience.Token);
    }

    /// <summary>Until every original is filed and every receipt written.</summary>
    public async Task UntilSettled()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await _whole.AreSettled(patience.Token))
            await Task.Delay(5, patience.Token);
    }

    /// <summary>No delivery is stored in part, whatever was killed a moment ago.</summary>
    public async Task StoresNoPart() => Assert.Empty(await _whole.Parts(Cancel));

    /// <summary>What must hold when everything has come to rest.</summary>
    public async Task IsWhole()
    {
        await UntilSettled();
        await StoresNoPart();
        Assert.Empty(await _whole.Misfiled(Cancel));
        var verify = _platform.Get<VerifyAudit>();
        Assert.IsType<AuditVerdict.Intact>(await verify.Tenant(TestPlatform.Enschede, Cancel));
        Assert.IsType<AuditVerdict.Intact>(await verify.Tenant(TestPlatform.Hengelo, Cancel));
        Assert.IsType<AuditVerdict.Intact>(await verify.Platform(Cancel));
        Assert.Equal(_neighbour, await TenantBytes.Of(_platform, TestPlatform.Hengelo, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        Igw.Dispose();
        await _platform.DisposeAsync();
    }
}
