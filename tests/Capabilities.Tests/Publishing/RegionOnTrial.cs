using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Region = Twente.Igw.Regional.Region;

namespace Twente.Igw.Capabilities.Tests.Publishing;

/// <summary>What tests do with the region, in one line each. The clock stands on 20 February 2026.</summary>
internal sealed class RegionOnTrial : IAsyncDisposable
{
    public static readonly Actor Analyst = new("analist", "website");

    private static readonly CancellationToken Cancel = Xunit.TestContext.Current.CancellationToken;

    private RegionOnTrial(TestPlatform platform) => Platform = platform;

    public TestPlatform Platform { get; }

    /// <summary>Enschede and Hengelo, delivered from December 2025 up to and including January 2026.</summary>
    public static async Task<RegionOnTrial> Start(
        Engine engine, bool decided = true, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel, settings);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(46));
        var trial = new RegionOnTrial(platform);
        var weeks = new WeekRange(IsoWeek.Parse("2025-W48"), IsoWeek.Parse("2026-W05"));
        foreach (var tenant in (string[])["GM0153", "GM0164"])
            await platform.Submit(
                new WeekFile
                {
                    Municipality = tenant, First = weeks.First, Last = weeks.Last,
                    Rows = [.. weeks.Weeks().Select(w => WeekFile.Row(w.ToString(), tenant, 9))],
                }, Cancel);
        if (decided)
            await trial.Decide();
        return trial;
    }

    public async Task Decide(Func<ModelAgreement, ModelAgreement>? with = null)
    {
        var model = DefaultModel.Of(["GM0153", "GM0164"], ReportingPeriod.Month(2025, 12), "regiocoördinator");
        Xunit.Assert.Null(await Platform.Get<DecideModel>().Execute(with?.Invoke(model) ?? model, Cancel));
    }

    public async Task<Region> Region() => await Platform.Get<ReadRegion>().Anew(Cancel);

    public async Task<T> In<T>(TenantId tenant, Func<TenantScope, Task<T>> work)
    {
        await using var scope = await Platform.Open(tenant, Cancel);
        return await work(scope);
    }

    public async Task<RegionalRefusal?> Accept(
        TenantId tenant, Func<AcceptanceWish, AcceptanceWish>? with = null)
    {
        var wish = AcceptanceWish.Whole((await Region()).Model!, "analist");
        return await In(tenant, async scope =>
        {
            var refused = await scope.Get<AcceptModel>().Execute(with?.Invoke(wish) ?? wish, Analyst, Cancel);
            await scope.Get<SendOutbox>().Execute(Cancel);
            return refused;
        });
    }

    public Task<Proposal?> Propose(TenantId tenant, bool again = false) => In(
        tenant, scope => scope.Get<ProposeMonth>().Execute(again, Analyst, Cancel));

    public Task<RegionalRefusal?> Approve(
        TenantId tenant, long number, string note = "Vooral fietsen, door een nieuw meldpunt.",
        string role = "analist") => In(tenant, scope => scope.Get<ApproveProposal>().Execute(
            new Approval(number, note, note.Length == 0, [role]), Analyst, Cancel));

    public Task<bool> Follow(TenantId tenant) => In(tenant, async scope =>
    {
        await scope.Get<FollowCycle>().Execute(Cancel);
        return true;
    });

    /// <summary>Everything up to a published month.</summary>
    public async Task PublishAll(params TenantId[] tenants)
    {
        foreach (var tenant in tenants)
        {
            Xunit.Assert.Null(await Accept(tenant));
            var proposal = await Propose(tenant);
            Xunit.Assert.Null(await Approve(tenant, proposal!.Number));
            await Follow(tenant);
        }
    }

    public static RegionalCount Count(Region region, TenantId tenant, string category, string period) =>
        region.Find(tenant.Code)!.Counts.Find(AreaCode.Parse(tenant.Code), category, ReportingPeriod.Parse(period));

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}
