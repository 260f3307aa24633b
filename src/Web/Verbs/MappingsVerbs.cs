using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw mappings list | show | try | add | activate | retire | schema</c></summary>
internal static class MappingsVerbs
{
    public static Command Command() => new(
        "mappings", "Vertalingen: hoe het eigen bestand van een leverancier een soort levering wordt")
    {
        List(), Show(), TryMappingVerb.Command(), Add(), Activate(), Retire(), Schema(),
    };

    /// <summary>Reads a file with a mapping as JSON; says what is wrong with it.</summary>
    public static async Task<Mapping?> Read(string path, CancellationToken cancel)
    {
        if (Mapping.TryRead(await File.ReadAllTextAsync(path, cancel), out var mapping, out var objection))
            return mapping;
        await Console.Error.WriteLineAsync(objection);
        return null;
    }

    public static int Refuse(IEnumerable<string> objections)
    {
        foreach (var objection in objections)
            Console.Error.WriteLine(objection);
        return ExitCode.Refused;
    }

    public static int Unknown()
    {
        Console.Error.WriteLine("Deze gemeente heeft geen vertaling met deze naam of versie.");
        return ExitCode.Failure;
    }

    public static Argument<string> Name() =>
        new("naam") { Description = "Naam van de vertaling, zoals politie-export" };

    public static Option<int?> Version(string which) => new("--number") { Description = which };

    private static Command List()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "Toont de vertalingen van een gemeente", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var lines = await scope.Get<ListMappings>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(lines);
                else
                    foreach (var line in lines)
                        Console.Out.WriteLine(
                            $"{line.Name,-24} {line.Supplier,-12} {line.Contract,-24} {line.State}"
                            + (line.Active is { } version ? $", versie {version}" : "") + $", {line.Newest} bewaard");
                return ExitCode.Done;
            });
    }

    private static Command Show()
    {
        var (id, name, json) = (Verb.Gemeente(), Name(), Verb.AsJson());
        var number = Version("Een eerdere versie; anders de nieuwste");
        return Verb.Command(
            "show", "Toont een vertaling; --json geeft haar zoals add haar leest", [id, name, number, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var view = await scope.Get<ListMappings>().Show(MappingName.Parse(parsed.GetValue(name)!), cancel);
                var asked = parsed.GetValue(number);
                if (view?.Versions.FirstOrDefault(v => asked is null || v.Version == asked) is not { } version)
                    return Unknown();
                if (parsed.GetValue(json))
                    Console.Out.WriteLine(version.Json);
                else
                    MappingText.Write(view, version);
                return ExitCode.Done;
            });
    }

    private static Command Add()
    {
        var (id, name) = (Verb.Gemeente(), Name());
        var file = new Option<string>("--mapping") { Description = "De vertaling als JSON", Required = true };
        return Verb.Command(
            "add", "Bewaart een vertaling als nieuwe versie; zij werkt pas na activate", [id, name, file],
            async (parsed, services, cancel) =>
            {
                if (await Read(parsed.GetValue(file)!, cancel) is not { } mapping)
                    return ExitCode.Refused;
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var outcome = await scope.Get<SaveMapping>().Execute(
                    MappingName.Parse(parsed.GetValue(name)!), mapping, Actor.CommandLine, cancel);
                switch (outcome)
                {
                    case SaveMapping.Outcome.Saved { Version: var version }:
                        Console.Out.WriteLine($"Bewaard als versie {version}.");
                        return ExitCode.Done;
                    case SaveMapping.Outcome.Unchanged { Version: var version }:
                        Console.Out.WriteLine($"Ongewijzigd: dit is versie {version}.");
                        return ExitCode.Done;
                    default:
                        return Refuse(((SaveMapping.Outcome.Refused)outcome).Objections);
                }
            });
    }

    private static Command Activate()
    {
        var (id, name, number) = (Verb.Gemeente(), Name(), Version("Welke versie; anders de nieuwste"));
        return Verb.Command(
            "activate", "Laat bestanden van nu af aan door een vertaling gaan", [id, name, number],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var outcome = await scope.Get<ActivateMapping>().Execute(
                    MappingName.Parse(parsed.GetValue(name)!), parsed.GetValue(number), Actor.CommandLine, cancel);
                if (outcome is not ActivateMapping.Outcome.Activated { Version: var version })
                    return Unknown();
                Console.Out.WriteLine($"Versie {version} is actief.");
                return ExitCode.Done;
            });
    }

    private static Command Retire()
    {
        var (id, name) = (Verb.Gemeente(), Name());
        return Verb.Command("retire", "Stelt een vertaling buiten gebruik; haar versies blijven", [id, name],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                if (!await scope.Get<RetireMapping>().Execute(
                    MappingName.Parse(parsed.GetValue(name)!), Actor.CommandLine, cancel))
                    return Unknown();
                Console.Out.WriteLine("De vertaling is buiten gebruik.");
                return ExitCode.Done;
            });
    }

    private static Command Schema()
    {
        var command = new Command("schema", "Geeft het JSON Schema van een vertaling");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine(Mapping.Schema());
            return ExitCode.Done;
        });
        return command;
    }
}
