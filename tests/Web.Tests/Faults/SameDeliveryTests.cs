using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

[Collection(nameof(OneFaultAtATime))]
public abstract class SameDeliveryTests(Engine engine)
{
    public sealed class OnSqlite() : SameDeliveryTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : SameDeliveryTests(Engine.PostgreSql);

    private const int Processes = 4;
    private const int InOneProcess = 5;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_delivery_ten_times_at_once_by_every_door_has_one_effect()
    {
        using var fault = new Fault("F5 the same delivery ten times at once", engine, briefly: 1, fully: 20);
        await using var town = await Town.Found(engine, new RestatedWeeks());
        await town.Work();
        for (var statement = 1; statement <= fault.Times; statement++)
        {
            var before = await Version(town);
            await TenTimes(town, statement);
            await town.UntilSettled();

            Assert.Equal(statement, await town.Look());
            Assert.Equal(before + 1, await Version(town));
            Assert.Equal(statement, await Deliveries(town));
        }
        await town.IsWhole();
        fault.Held();
    }

    /// <summary>The drop folder, four processes that submit, and five requests within one.</summary>
    private static async Task TenTimes(Town town, int statement)
    {
        var file = town.Weeks.Statement(statement);
        var path = file.WriteTo(town.Igw.PathOf("in"));
        var dropped = town.Drop(statement);
        var processes = Enumerable.Range(0, Processes)
            .Select(_ => town.Igw.Run(Cancel, "deliveries", "submit", "GM0153", path)).ToList();
        var requests = Enumerable.Range(0, InOneProcess)
            .Select(_ => Task.Run(() => town.Platform.Submit(file, Cancel), Cancel)).ToList();
        Assert.All(await Task.WhenAll(processes), result => Assert.True(result.ExitCode == 0, result.Errors));
        Assert.All(await Task.WhenAll(requests), r => Assert.Equal(DeliveryState.Accepted, r.Delivery.Line.State));
        await Town.Claimed(dropped);
    }

    private static async Task<long> Version(Town town)
    {
        await using var scope = await town.Platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<TenantDb>().ReadVersion(Cancel);
    }

    private static async Task<int> Deliveries(Town town)
    {
        await using var scope = await town.Platform.Open(TestPlatform.Enschede, Cancel);
        return (await scope.Get<ListDeliveries>().Execute(Cancel)).Count;
    }
}
