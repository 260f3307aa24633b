using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw retention show | run | set | proofs</c></summary>
internal static class RetentionVerbs
{
    private const int Shown = 20;

    public static Command Command() => new("retention", "Bewaartermijnen van een gemeente")
    {
        Show(), Run(), Set(), Proofs(),
    };

    private static Command Show()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("show", "Toont wat wanneer wordt vernietigd", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var plan = await scope.Get<PlanRetention>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(plan);
                else
                    Write(plan);
                return ExitCode.Done;
            });
    }

    private static Command Run()
    {
        var id = Verb.Gemeente();
        var dry = new Option<bool>("--dry-run") { Description = "Toon alleen wat nu zou worden vernietigd" };
        return Verb.Command("run", "Vernietigt nu wat over zijn bewaartermijn is", [id, dry],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                if (parsed.GetValue(dry))
                {
                    var plan = await scope.Get<PlanRetention>().Execute(cancel);
                    foreach (var due in plan.Due)
                        Console.Out.WriteLine($"Zou vernietigen: {Line(due)}");
                    Console.Out.WriteLine(
                        $"Zou weekdag en dagdeel vergeten van {plan.FactsToCoarsen} regels van voor "
                        + $"{plan.FirstWithDetail}.");
                    return ExitCode.Done;
                }
                var run = await scope.Get<RunRetention>().Execute(Actor.CommandLine, cancel);
                foreach (var gone in run.Destroyed)
                    Console.Out.WriteLine($"Vernietigd: {Line(gone)}");
                Console.Out.WriteLine($"Weekdag en dagdeel vergeten van {run.Coarsened} regels.");
                return ExitCode.Done;
            });
    }

    private static Command Set()
    {
        var id = Verb.Gemeente();
        var days = new Option<int?>("--quarantine-days") { Description = "Dagen dat een geweigerd bestand blijft" };
        var years = new Option<int?>("--detail-years") { Description = "Jaren dat weekdag en dagdeel blijven" };
        var reason = AskedChange.Reason();
        return Verb.Command(
            "set", "Stelt de bewaartermijnen van een gemeente in; die van originelen staat in de afspraak",
            [id, days, years, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var now = (await scope.Get<PlanRetention>().Execute(cancel)).Keeping;
                var keeping = new Keeping(
                    parsed.GetValue(days) ?? now.QuarantineDays, parsed.GetValue(years) ?? now.DetailYears);
                var outcome = await scope.Get<SetRetention>().Execute(
                    keeping, parsed.GetValue(reason)!, Person.AtCommandLine, cancel);
                return AskedChange.Tell(
                    outcome, $"Geweigerde bestanden: {keeping.QuarantineDays} dagen. Weekdag en dagdeel: "
                        + $"{keeping.DetailYears} jaar.");
            });
    }

    private static Command Proofs()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("proofs", "Toont de bewijzen van vernietiging", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var proofs = await scope.Get<ListProofs>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(new { proofs.Destroyed, Detail = proofs.Detail?.First.ToString() });
                else
                    foreach (var proof in proofs.Destroyed)
                        Console.Out.WriteLine(
                            $"{DutchClock.Of(proof.At):dd-MM-yyyy}  levering {proof.Delivery,5}  {proof.Sha256}  "
                            + proof.Why);
                return ExitCode.Done;
            });
    }

    private static void Write(RetentionPlan plan)
    {
        Console.Out.WriteLine(
            $"Geweigerde bestanden: {plan.Keeping.QuarantineDays} dagen. Weekdag en dagdeel: "
            + $"{plan.Keeping.DetailYears} jaar, nu vanaf {plan.FirstWithDetail}.");
        foreach (var planned in plan.Destructions.Take(Shown))
            Console.Out.WriteLine($"{DutchClock.Of(planned.DueAt):dd-MM-yyyy}  {Line(planned)}");
        if (plan.Destructions.Count > Shown)
            Console.Out.WriteLine($"… en {plan.Destructions.Count - Shown} later; met --json staan zij er alle.");
    }

    private static string Line(PlannedDestruction planned) =>
        $"levering {planned.Delivery} ({(planned.What == DestroyedPart.Refused ? "geweigerd" : "origineel")}) "
        + planned.File;
}
