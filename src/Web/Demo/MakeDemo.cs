using Twente.Igw.Areas;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Fills a demo folder: invented areas, the gemeenten of Twente, and years of invented deliveries, all through the
/// doors that the real ones come through. Doing it again adds only what is missing.
/// </summary>
internal sealed class MakeDemo(IServiceProvider services, Story story, DeliveryClock clock, DemoProgress progress)
{
    private const int AtOnce = 2;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <param name="chosen">The gemeenten that are made.</param>
    /// <param name="plan">The files of each, oldest first.</param>
    /// <param name="cancel">Stops between files; the next time goes on from there.</param>
    /// <returns>Why not, or null when the demo is ready.</returns>
    public async Task<ClaimDemoFolder.Outcome.Refused?> Execute(
        IReadOnlyList<Municipality> chosen, IReadOnlyList<WeekRange> plan, CancellationToken cancel)
    {
        await services.GetRequiredService<RequireSchema>().Execute(cancel);
        var tenants = await services.GetRequiredService<ITenantCatalogue>().List(cancel);
        var data = services.GetRequiredService<DataFolder>();
        if (ClaimDemoFolder.Foreign(data, tenants) is { } refused)
            return refused;
        clock.StandAt(DeliveryPlan.Moment(plan[0]));
        var land = story.Land.Where(t => chosen.Contains(t.Municipality)).ToList();
        await ImportLand(data, land, cancel);
        progress.Expect(land.Count * plan.Count);
        await Parallel.ForEachAsync(
            // The largest first, so that none is left to be done alone at the end.
            land.OrderByDescending(t => t.Municipality.Inhabitants),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (territory, stop) => await Fill(territory, plan, stop));
        return null;
    }

    private async Task ImportLand(DataFolder data, IReadOnlyList<Territory> land, CancellationToken cancel)
    {
        progress.Begin("Gebieden bedenken en inlezen");
        var file = Path.Combine(data.Root, $"gebieden-{Region.BoundaryYear}-fictief.gpkg");
        WriteGeoPackage.Execute(file, land);
        var outcome = await services.GetRequiredService<ImportAreas>().Execute(file, Actor.CommandLine, null, cancel);
        if (outcome is ImportAreas.Outcome.Refused refused)
            throw new InvalidOperationException($"The invented areas are not right: {refused.Findings[0]}");
        var figures = await services.GetRequiredService<ImportKeyFigures>().Execute(
            file, Region.BoundaryYear, Actor.CommandLine, cancel);
        if (figures is ImportKeyFigures.Outcome.Refused wrong)
            throw new InvalidOperationException($"The invented key figures are not right: {wrong.Findings[0]}");
    }

    private async Task Fill(Territory territory, IReadOnlyList<WeekRange> plan, CancellationToken cancel)
    {
        var municipality = territory.Municipality;
        var tenant = TenantId.Parse(municipality.Code);
        await services.GetRequiredService<AddTenant>().Execute(
            tenant, TenantSlug.Parse(municipality.Slug), municipality.Name, Actor.CommandLine, cancel);
        await services.GetRequiredService<AgreeByDefault>().Execute(tenant, Actor.CommandLine, cancel);
        var (done, tell, rows) = (await Done(tenant, cancel), new TellWeeks(story, territory), 0L);
        foreach (var weeks in plan)
        {
            var file = DeliveryPlan.FileName(municipality, weeks);
            if (!done.Contains(file))
            {
                clock.StandAt(DeliveryPlan.Moment(weeks));
                rows += await Deliver(tenant, file, WriteDelivery.Execute(tell, weeks), cancel);
            }
            progress.Step($"{municipality.Name} t/m {weeks.Last}");
        }
        progress.Finish(string.Create(Dutch, $"{municipality.Name} is klaar ({rows:N0} regels ingelezen)."));
    }

    /// <summary>Names of the files that were delivered before; what was interrupted is finished first.</summary>
    private async Task<HashSet<string>> Done(TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await services.GetRequiredService<ITenantScopes>().Open(tenant, cancel);
        await scope.Get<SettleArrivals>().Execute(long.MaxValue, cancel);
        var lines = await scope.Get<ListDeliveries>().Execute(cancel);
        return [.. lines.Where(l => l.State == DeliveryState.Accepted).Select(l => l.File)];
    }

    private async Task<int> Deliver(TenantId tenant, string name, byte[] content, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("igw-demo-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, content, cancel);
            await using var scope = await services.GetRequiredService<ITenantScopes>().Open(tenant, cancel);
            var submitted = await scope.Get<SubmitDelivery>().Execute(
                SupplierCode.Police, path, Actor.CommandLine, cancel);
            var (line, findings) = (submitted.Delivery.Line, submitted.Delivery.Findings);
            return line.State == DeliveryState.Accepted
                ? line.Rows
                : throw new InvalidOperationException($"{name} is {line.State}: {string.Join(' ', findings)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
