using System.CommandLine;
using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw mappings try</c>: what would become of a file; nothing is stored.</summary>
internal static class TryMappingVerb
{
    public static Command Command()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        var file = new Argument<string>("bestand") { Description = "Een voorbeeld van het bestand" };
        var text = new Option<string?>("--mapping")
        {
            Description = "Een vertaling als JSON, ook een nog niet bewaarde",
        };
        var name = new Option<string?>("--name") { Description = "Of de naam van een bewaarde vertaling" };
        var number = MappingsVerbs.Version("Welke versie van haar; anders de nieuwste");
        return Verb.Command(
            "try", "Probeert een vertaling op een bestand, zonder iets te bewaren",
            [id, file, text, name, number, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                Mapping? mapping;
                if (parsed.GetValue(text) is { } path)
                    mapping = await MappingsVerbs.Read(path, cancel);
                else if (parsed.GetValue(name) is { } saved)
                    mapping = await Find(scope.Get<ListMappings>(), saved, parsed.GetValue(number), cancel);
                else
                    return MappingsVerbs.Refuse(["Noem een vertaling met --mapping of --name."]);
                if (mapping is null)
                    return ExitCode.Refused;
                var bytes = await File.ReadAllBytesAsync(parsed.GetValue(file)!, cancel);
                var trial = await scope.Get<TryMapping>().Execute(
                    Path.GetFileName(parsed.GetValue(file)!), bytes, mapping, cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(trial);
                else
                    MappingText.Write(trial);
                return trial.IsRight ? ExitCode.Done : ExitCode.Refused;
            });
    }

    private static async Task<Mapping?> Find(
        ListMappings list, string name, int? number, CancellationToken cancel)
    {
        var view = await list.Show(MappingName.Parse(name), cancel);
        var found = view?.Versions.FirstOrDefault(v => number is null || v.Version == number);
        if (found is null)
            MappingsVerbs.Unknown();
        return found?.Mapping;
    }
}
