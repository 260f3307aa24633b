using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Puts a new week into every drop zone once a minute, as if a week went by, so that one can see a delivery come in.
/// The weeks go on after the last one that was delivered, into the future.
/// </summary>
internal sealed class DropLiveWeeks(ITenantScopes scopes, Story story, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly Dictionary<Municipality, TellWeeks> _tellers = [];

    /// <summary>Goes on until stopped.</summary>
    public async Task Run(IReadOnlyList<Municipality> chosen, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancel))
            foreach (var territory in story.Land.Where(t => chosen.Contains(t.Municipality)))
                await Guarded(territory, cancel);
    }

    /// <summary>A gemeente that fails does not keep the others waiting; the next minute tries again.</summary>
    private async Task Guarded(Territory territory, CancellationToken cancel)
    {
        try
        {
            await Drop(territory, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(
                $"De nieuwe week van {territory.Municipality.Name} kon niet worden neergezet: {failure.Message}");
        }
    }

    /// <summary>Drops the week after the last one that counts; the same again while it has not been taken.</summary>
    private async Task Drop(Territory territory, CancellationToken cancel)
    {
        var municipality = territory.Municipality;
        await using var scope = await scopes.Open(TenantId.Parse(municipality.Code), cancel);
        var lines = await scope.Get<ListDeliveries>().Execute(cancel);
        var last = lines.Where(l => l.State == DeliveryState.Accepted).Max(l => l.Weeks?.Last) ?? story.Last;
        var weeks = DeliveryPlan.Weekly(last.Plus(1));
        if (!_tellers.TryGetValue(municipality, out var tell))
            _tellers.Add(municipality, tell = new TellWeeks(story, territory));
        await scope.Get<TenantFiles>().Write(
            TenantPlace.Drop, DeliveryPlan.FileName(municipality, weeks), WriteDelivery.Execute(tell, weeks), cancel);
    }
}
