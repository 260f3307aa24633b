using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>
/// <c>igw deliveries list | submit | submit-district | show | accept | refuse | recheck | withdraw | destroy</c>
/// </summary>
internal static class DeliveriesVerbs
{
    public static Command Command() => new("deliveries", "Leveringen van een gemeente")
    {
        List(), SubmitVerb.Command(), SubmitDistrictVerb.Command(), Show(),
        Decide("accept", "Laat een aangehouden levering alsnog tellen", "geaccepteerd op de opdrachtregel",
            (scope, number, reason, cancel) =>
                scope.Get<DecideDelivery>().Accept(number, reason, Actor.CommandLine, cancel)),
        Decide("refuse", "Weigert een aangehouden levering", "geweigerd op de opdrachtregel",
            (scope, number, reason, cancel) =>
                scope.Get<DecideDelivery>().Refuse(number, reason, Actor.CommandLine, cancel)),
        Decide("recheck", "Controleert een geweigerde levering opnieuw, bijvoorbeeld na een nieuw indelingsjaar", "",
            (scope, number, _, cancel) => scope.Get<DecideDelivery>().Recheck(number, Actor.CommandLine, cancel)),
        Decide("withdraw", "Trekt een geaccepteerde levering in; wat ervoor telde telt weer",
        "ingetrokken op de opdrachtregel",
            (scope, number, reason, cancel) =>
                scope.Get<WithdrawDelivery>().Execute(number, reason, Actor.CommandLine, cancel)),
        Decide("destroy", "Vernietigt een levering geheel en voorgoed; ook een reservekopie brengt haar niet terug",
        "vernietigd op de opdrachtregel",
            (scope, number, reason, cancel) =>
                scope.Get<DestroyDelivery>().Execute(number, reason, Actor.CommandLine, cancel)),
        Decide("destroy-original", "Vernietigt alleen het originele bestand; de cijfers blijven",
        "bewaartermijn verstreken",
            (scope, number, reason, cancel) =>
                scope.Get<DestroyDelivery>().Original(number, reason, Actor.CommandLine, cancel)),
    };

    private static Command List()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "Toont alle leveringen, de nieuwste eerst", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await Open(services, parsed.GetValue(id)!, cancel);
                var lines = await scope.Get<ListDeliveries>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(lines.Select(DeliveryJson.Of));
                else
                    foreach (var line in lines)
                        Console.Out.WriteLine(
                            $"{line.Number,5}  {DeliveryWords.Of(line.State),-13} {line.Sum,8}  {line.Findings,5}  "
                            + line.File);
                return ExitCode.Done;
            });
    }

    private static Command Show()
    {
        var (id, number, json) = (Verb.Gemeente(), Number(), Verb.AsJson());
        return Verb.Command(
            "show", "Toont een levering met bevindingen en vervangen weken, zoals op het ontvangstbewijs",
            [id, number, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await Open(services, parsed.GetValue(id)!, cancel);
                var receipt = await scope.Get<IssueReceipt>().Execute(parsed.GetValue(number), isRepeat: false, cancel);
                if (receipt is null)
                    return Unknown(parsed.GetValue(number));
                Console.Out.WriteLine(parsed.GetValue(json) ? receipt.ToJson() : ReceiptText.Of(receipt));
                return ExitCode.Done;
            });
    }

    private static Command Decide(
        string name, string description, string defaultReason,
        Func<TenantScope, long, string, CancellationToken, Task<DecideDelivery.Outcome>> decide)
    {
        var (id, number) = (Verb.Gemeente(), Number());
        var reason = new Option<string>("--reason")
        {
            Description = "Waarom; komt bij de levering te staan",
            DefaultValueFactory = _ => defaultReason,
        };
        return Verb.Command(name, description, [id, number, reason], async (parsed, services, cancel) =>
        {
            await using var scope = await Open(services, parsed.GetValue(id)!, cancel);
            var chosen = parsed.GetValue(number);
            var outcome = await decide(scope, chosen, parsed.GetValue(reason)!, cancel);
            return Tell(outcome, chosen);
        });
    }

    private static int Tell(DecideDelivery.Outcome outcome, long number)
    {
        switch (outcome)
        {
            case DecideDelivery.Outcome.Decided { State: var state }:
                Console.Out.WriteLine($"Levering {number} is {DeliveryWords.Of(state)}.");
                // The verb asked for this state, unless checking again refused it once more.
                return DeliveryJson.ExitCodeOf(state);
            case DecideDelivery.Outcome.WrongState { Is: var state, Needed: var needed }:
                Console.Error.WriteLine(
                    $"Levering {number} is {DeliveryWords.Of(state)}; " +
                    $"dit kan alleen als zij {DeliveryWords.Of(needed)} is.");
                return ExitCode.Refused;
            case DecideDelivery.Outcome.OriginalGone:
                Console.Error.WriteLine(
                    $"Het origineel van levering {number} is er niet meer; lever het bestand opnieuw aan.");
                return ExitCode.Refused;
            case DecideDelivery.Outcome.Unscanned:
                Console.Error.WriteLine(
                    $"Of levering {number} schadelijke software bevat, is nu niet te zeggen; probeer het later.");
                return ExitCode.Refused;
            default:
                return Unknown(number);
        }
    }

    private static int Unknown(long number)
    {
        Console.Error.WriteLine($"Deze gemeente heeft geen levering met nummer {number}.");
        return ExitCode.Failure;
    }

    private static Argument<long> Number() => new("nummer") { Description = "Nummer van de levering" };

    internal static Task<TenantScope> Open(IServiceProvider services, string id, CancellationToken cancel) =>
        services.GetRequiredService<ITenantScopes>().Open(TenantId.Parse(id), cancel);
}
