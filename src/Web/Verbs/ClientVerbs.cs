using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw client add | list | remove | rotate</c>: programs of suppliers that deliver by themselves.</summary>
internal static class ClientVerbs
{
    public static Command Command() => new("client", "Programma's van leveranciers die zelf aanleveren")
    {
        Add(), List(), Remove(), Rotate(),
    };

    private static Argument<string> Id() => new("programma")
    {
        Description = "Naam van het programma, zoals politie-export",
    };

    private static Option<string?> Keys() => new("--jwks")
    {
        Description = "Bestand met de openbare sleutels van het programma (JWK Set); dan is er geen geheim",
    };

    private static Command Add()
    {
        var (id, keys) = (Id(), Keys());
        var supplier = new Option<string>("--supplier")
        {
            Description = "Code van de leverancier waarvoor het aanlevert, zoals politie", Required = true,
        };
        var name = new Option<string?>("--name") { Description = "Naam voor mensen; anders die van het programma" };
        return Verb.Command(
            "add", "Laat een programma aanleveren; het geheim wordt één keer getoond", [id, supplier, name, keys],
            async (parsed, services, cancel) => Tell(await services.GetRequiredService<AddClient>().Execute(
                new NewClient
                {
                    Id = parsed.GetValue(id)!, Name = parsed.GetValue(name) ?? parsed.GetValue(id)!,
                    Supplier = SupplierCode.Parse(parsed.GetValue(supplier)!).Code,
                    Keys = await Read(parsed.GetValue(keys), cancel),
                },
                Actor.CommandLine, cancel)));
    }

    private static Command Rotate()
    {
        var (id, keys) = (Id(), Keys());
        return Verb.Command(
            "rotate", "Geeft een programma een nieuw geheim of andere sleutels; het oude werkt meteen niet meer",
            [id, keys],
            async (parsed, services, cancel) => Tell(await services.GetRequiredService<RotateClientSecret>().Execute(
                parsed.GetValue(id)!, await Read(parsed.GetValue(keys), cancel), Actor.CommandLine, cancel)));
    }

    private static Command Remove()
    {
        var id = Id();
        return Verb.Command(
            "remove", "Haalt een programma weg; wat het kreeg werkt meteen niet meer", [id],
            async (parsed, services, cancel) =>
            {
                if (await services.GetRequiredService<RemoveClient>()
                    .Execute(parsed.GetValue(id)!, Actor.CommandLine, cancel))
                    return ExitCode.Done;
                await Console.Error.WriteLineAsync($"Er is geen programma met de naam '{parsed.GetValue(id)}'.");
                return ExitCode.Refused;
            });
    }

    private static Command List()
    {
        var json = Verb.AsJson();
        return Verb.Command("list", "Toont de programma's", [json], async (parsed, services, cancel) =>
        {
            var clients = await services.GetRequiredService<ListClients>().Execute(cancel);
            if (parsed.GetValue(json))
                Verb.WriteJson(clients);
            else
                foreach (var client in clients)
                    Console.Out.WriteLine(
                        $"{client.Id,-30} {client.Supplier,-20} "
                        + $"{(client.SignsItself ? "eigen sleutel" : "geheim"),-14} "
                        + client.Name);
            return ExitCode.Done;
        });
    }

    private static async Task<string?> Read(string? file, CancellationToken cancel) =>
        file is null ? null : await File.ReadAllTextAsync(file, cancel);

    private static int Tell(ClientOutcome outcome)
    {
        switch (outcome)
        {
            case ClientOutcome.Made { Secret: { } secret }:
                Console.Error.WriteLine("Bewaar dit geheim nu: het wordt niet nog eens getoond.");
                Console.Out.WriteLine(secret);
                return ExitCode.Done;
            case ClientOutcome.Made:
                Console.Error.WriteLine("Het programma meldt zich met zijn eigen sleutel; er is geen geheim.");
                return ExitCode.Done;
            case ClientOutcome.Refused { Sentence: var sentence }:
                Console.Error.WriteLine(sentence);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A client is made or refused.");
        }
    }
}
