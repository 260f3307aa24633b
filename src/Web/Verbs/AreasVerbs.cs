using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw areas import</c></summary>
internal static class AreasVerbs
{
    public static Command Command() => new("areas", "Gemeenten, wijken en buurten van het CBS") { Import() };

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
            case ImportAreas.Outcome.Imported imported:
                Console.Out.WriteLine(imported.ToString());
                return ExitCode.Done;
            default:
                Console.Error.WriteLine(outcome.ToString());
                return ExitCode.Refused;
        }
    }
}
