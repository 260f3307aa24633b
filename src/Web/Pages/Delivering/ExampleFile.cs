using Microsoft.Extensions.Options;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Delivering;
using Twente.Igw.Web.Demo;

namespace Twente.Igw.Web.Pages;

/// <summary>In a demo: the next weekly file of a gemeente, invented, to try delivering with.</summary>
internal static class ExampleFile
{
    public static async Task<IResult> Get(
        string gemeente, ReadSupplier supplier, Offered offered, DataFolder data, ITenantScopes scopes,
        CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        if (!offered.IsOffered || DemoMark.Read(data) is not { } mark || reach.Find(gemeente) is not { } tenant)
            return await MapDelivering.Missing(supplier, cancel);
        var story = mark.Tell();
        var territory = story.Land.Single(t => t.Municipality.Code == tenant.Code);
        await using var scope = await scopes.Open(tenant, cancel);
        var last = (await scope.Get<ListDeliveries>().Execute(cancel))
            .Where(l => l.State == DeliveryState.Accepted).Max(l => l.Weeks?.Last) ?? story.Last;
        var weeks = DeliveryPlan.Weekly(last.Plus(1));
        return Results.File(
            WriteDelivery.Execute(new TellWeeks(story, territory), weeks), "text/csv; charset=utf-8",
            DeliveryPlan.FileName(territory.Municipality, weeks));
    }

    /// <summary>Whether this platform is a demo on one machine; elsewhere there are no examples.</summary>
    internal sealed class Offered(DataFolder data, IOptions<TenancyOptions> platform)
    {
        public bool IsOffered => DemoAccounts.AreOffered(data, platform.Value);
    }
}
