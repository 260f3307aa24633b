using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw areas import | crosswalk</c></summary>
internal static class AreasVerbs
{
    public static Command Command() => new("areas", "Gemeenten, wijken en buurten van het CBS")
    {
        Import(), CrosswalkVerbs.Command(),
    };

    private static Command Import()
    {
        var file = new Argument<string>("bestand") { Description = "GeoPackage van PDOK met wijken en buurten" };
        return Verb.Command("import", "Leest de gebieden van een jaar in; nog eens inlezen verandert niets", [file],
            async (parsed, services, cancel) =>
            {
                var outcome = await services.GetRequiredService<ImportAreas>().Execute(
                    parsed.GetValue(file)!, Actor.CommandLine, null, cancel);
                return Tell(outcome);
            });
    }

    private static int Tell(ImportAreas.Outcome outcome)
    {
        switch (outcome)
        {
            case ImportAreas.Outcome.Imported done:
                Console.Out.WriteLine(
                    $"Ingelezen: {Counts(done.Year, done.Municipalities, done.Districts, done.Neighbourhoods)}.");
                foreach (var remark in done.Remarks)
                    Console.Error.WriteLine(remark);
                return ExitCode.Done;
            case ImportAreas.Outcome.Unchanged same:
                var counts = Counts(same.Year, same.Municipalities, same.Districts, same.Neighbourhoods);
                Console.Out.WriteLine($"Ongewijzigd: {counts} stonden er al.");
                return ExitCode.Done;
            case ImportAreas.Outcome.Refused refused:
                foreach (var finding in refused.Findings)
                    Console.Error.WriteLine(finding);
                if (refused.Total > refused.Findings.Count)
                    Console.Error.WriteLine($"En nog {refused.Total - refused.Findings.Count} bevindingen.");
                Console.Error.WriteLine("Het bestand is geweigerd; er is niets veranderd.");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("An import ends in one of three ways.");
        }
    }

    private static string Counts(int year, int municipalities, int districts, int neighbourhoods) =>
        $"indeling {year}, {municipalities} gemeenten, {districts} wijken, {neighbourhoods} buurten";
}
