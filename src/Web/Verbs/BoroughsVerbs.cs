using System.CommandLine;
using System.Text.Json;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw boroughs list | set | remove | history | undo</c></summary>
internal static class BoroughsVerbs
{
    public static Command Command() => new("boroughs", "Stadsdelen: eigen groepen van wijken, per indelingsjaar")
    {
        List(), Set(), Remove(), History(), Undo(),
    };

    private static Command List()
    {
        var (id, year, json) = (Verb.Gemeente(), Year(), Verb.AsJson());
        return Verb.Command("list", "Toont de stadsdelen en de wijken die in geen stadsdeel liggen", [id, year, json],
            (parsed, services, cancel) => With(services, parsed.GetValue(id)!, parsed.GetValue(year), list =>
            {
                if (parsed.GetValue(json))
                    Verb.WriteJson(BoroughJson.Of(list));
                else
                    Write(list);
            }, cancel));
    }

    private static Command History()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("history", "Toont elke wijziging van stadsdelen, de nieuwste eerst", [id, json],
            (parsed, services, cancel) => With(services, parsed.GetValue(id)!, null, list =>
            {
                if (parsed.GetValue(json))
                    Verb.WriteJson(list.History.Select(c => BoroughJson.Of(c, list)));
                else
                    foreach (var change in list.History)
                        Console.Out.WriteLine(
                            $"{change.Number,4}  {change.From:yyyy-MM-dd}  {change.BoundaryYear}  {change.Code,-22}  "
                            + $"{BoroughJson.WordOf(change.Act),-10}  {change.Name}: {change.Districts}  "
                            + $"({change.By}: {change.Reason}){(list.IsUndone(change) ? "  ongedaan gemaakt" : "")}");
            }, cancel));
    }

    private static Command Set()
    {
        var (id, year, from, reason) = (Verb.Gemeente(), Year(), SettingOptions.From(), SettingOptions.Reason());
        var code = new Option<string?>("--code") { Description = "Een stadsdeel dat er al is, zoals SD0153-noord" };
        var name = new Option<string?>("--name") { Description = "De naam van het stadsdeel" };
        var districts = new Option<string[]>("--districts")
        {
            Description = "Alle wijken ervan, zoals WK015300 WK015301", AllowMultipleArgumentsPerToken = true,
        };
        var file = new Option<string?>("--file")
        {
            Description = "In plaats daarvan een JSON zoals boroughs list --json die geeft; elk stadsdeel erin geldt",
        };
        return Verb.Command(
            "set", "Maakt een stadsdeel, hernoemt het of geeft het andere wijken",
            [id, code, name, districts, file, year, from, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var wished = parsed.GetValue(file) is { } path
                    ? JsonSerializer.Deserialize<BoroughsFile>(await File.ReadAllTextAsync(path, cancel), Verb.Json)
                        ?? throw new FormatException($"'{path}' bevat geen stadsdelen.")
                    : new BoroughsFile(
                        parsed.GetValue(year),
                        [new(parsed.GetValue(code), parsed.GetValue(name) ?? "", parsed.GetValue(districts) ?? [])]);
                var shown = await scope.Get<ListBoroughs>().Execute(wished.Indelingsjaar, cancel)
                    ?? throw new FormatException(BoroughJson.NotLoaded(wished.Indelingsjaar));
                var codes = new List<int>();
                foreach (var one in wished.Stadsdelen)
                    codes.Add(Tell(await scope.Get<SetBorough>().Execute(
                        one.On(shown.Areas.BoundaryYear, SettingOptions.Day(parsed.GetValue(from), services),
                            parsed.GetValue(reason)!), Actor.CommandLine, cancel)));
                return ExitCode.Worst(codes);
            });
    }

    private static Command Remove()
    {
        var (id, year, from, reason) = (Verb.Gemeente(), Year(), SettingOptions.From(), SettingOptions.Reason());
        var code = new Argument<string>("stadsdeel") { Description = "Code van het stadsdeel, zoals SD0153-noord" };
        return Verb.Command("remove", "Heft een stadsdeel op; zijn wijken liggen dan in geen stadsdeel",
            [id, code, year, from, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var shown = await scope.Get<ListBoroughs>().Execute(parsed.GetValue(year), cancel)
                    ?? throw new FormatException(BoroughJson.NotLoaded(parsed.GetValue(year)));
                return Tell(await scope.Get<RemoveBorough>().Execute(
                    AreaCode.Parse(parsed.GetValue(code)!), shown.Areas.BoundaryYear,
                    SettingOptions.Day(parsed.GetValue(from), services), parsed.GetValue(reason)!, Actor.CommandLine,
                    cancel));
            });
    }

    private static Command Undo()
    {
        var (id, reason) = (Verb.Gemeente(), SettingOptions.Reason());
        return Verb.Command("undo", "Maakt de laatste wijziging van stadsdelen ongedaan", [id, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                return Tell(await scope.Get<UndoBoroughChange>().Execute(
                    null, parsed.GetValue(reason)!, Actor.CommandLine, cancel));
            });
    }

    private static async Task<int> With(
        IServiceProvider services, string id, int? year, Action<BoroughList> show, CancellationToken cancel)
    {
        await using var scope = await DeliveriesVerbs.Open(services, id, cancel);
        show(await scope.Get<ListBoroughs>().Execute(year, cancel)
            ?? throw new FormatException(BoroughJson.NotLoaded(year)));
        return ExitCode.Done;
    }

    private static int Tell(BoroughOutcome outcome)
    {
        switch (outcome)
        {
            case BoroughOutcome.Altered done:
                Console.Out.WriteLine($"Vastgelegd als wijziging {done.Number}: {done.Code}.");
                return ExitCode.Done;
            case BoroughOutcome.Unchanged same:
                Console.Out.WriteLine($"Ongewijzigd: {same.Code} was al zo.");
                return ExitCode.Done;
            case BoroughOutcome.Refused refused:
                Console.Error.WriteLine(refused.Sentence);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A borough is altered, unchanged or refused.");
        }
    }

    private static void Write(BoroughList list)
    {
        foreach (var borough in list.Boroughs)
            Console.Out.WriteLine($"{borough.Code,-26}  {borough.Name,-24}  {string.Join(' ', borough.Districts)}");
        Console.Out.WriteLine($"zonder stadsdeel: {string.Join(' ', list.Without.Select(d => d.Code))}");
    }

    private static Option<int?> Year() => new("--year") { Description = "Indelingsjaar; zonder is het het nieuwste" };
}
