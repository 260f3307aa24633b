using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw deliveries submit-district</c>: delivers a file for several gemeenten and waits.</summary>
internal static class SubmitDistrictVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("bestand") { Description = "Een bestand politie-week-district" };
        var json = Verb.AsJson();
        var supplier = new Option<string>("--supplier")
        {
            Description = "Namens welke leverancier",
            DefaultValueFactory = _ => SupplierCode.Police.Code,
        };
        return Verb.Command(
            "submit-district",
            "Levert een bestand voor meer gemeenten aan; elke gemeente krijgt alleen haar eigen rijen",
            [file, supplier, json],
            async (parsed, services, cancel) =>
            {
                var outcome = await services.GetRequiredService<SubmitDistrictFile>().Execute(
                    SupplierCode.Parse(parsed.GetValue(supplier)!), parsed.GetValue(file)!, Actor.CommandLine, cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(outcome);
                else
                    Tell(Path.GetFileName(parsed.GetValue(file)!), outcome);
                return outcome.State == DistrictState.Refused ? ExitCode.Refused : ExitCode.Done;
            });
    }

    private static void Tell(string file, DistrictOutcome outcome)
    {
        foreach (var part in outcome.Parts)
            Console.Out.WriteLine(
                $"{part.Tenant}  levering {part.Delivery}"
                + (part.IsRepeat ? "  (al eerder geleverd, geen gevolg)" : ""));
        foreach (var finding in outcome.Findings)
            Console.Error.WriteLine(ReceiptText.Of(file, finding));
        if (outcome.FindingCount > outcome.Findings.Count)
            Console.Error.WriteLine($"{file}: en nog {outcome.FindingCount - outcome.Findings.Count} bevindingen.");
        Console.Out.WriteLine(outcome.State == DistrictState.Refused
            ? $"Districtslevering {outcome.Number} is geweigerd; bij geen enkele gemeente telt een rij."
            : $"Districtslevering {outcome.Number} is verdeeld over {outcome.Parts.Count} gemeenten.");
    }
}
