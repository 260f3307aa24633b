using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw areas crosswalk import | propose | list | show | approve | reject</c></summary>
internal static class CrosswalkVerbs
{
    public static Command Command() =>
        new("crosswalk", "Omrekentabellen: hoe cijfers van de ene indeling naar de andere gaan")
        {
            Import(), Propose(), List(), Show(),
            Decide("approve", "Neemt een omrekentabel in gebruik; een eerdere voor dezelfde jaren vervalt",
                (decide, m, n, why, actor, cancel) => decide.Approve(m, n, why, actor, cancel)),
            Decide("reject", "Wijst een omrekentabel af, of neemt haar weer uit gebruik",
                (decide, m, n, why, actor, cancel) => decide.Reject(m, n, why, actor, cancel)),
        };

    private static Command Import()
    {
        var file = new Argument<string>("bestand") { Description = $"CSV met de kolommen {CrosswalkFile.Header}" };
        return Verb.Command(
            "import", "Leest een omrekentabel in als concept; nog eens inlezen verandert niets", [file],
            async (parsed, services, cancel) => Tell(await services.GetRequiredService<ImportCrosswalk>().Execute(
                parsed.GetValue(file)!, Actor.CommandLine, cancel)));
    }

    private static Command Propose()
    {
        var municipality = Verb.Gemeente();
        var from = new Argument<int>("van") { Description = "Indelingsjaar waarvan wordt omgerekend, zoals 2021" };
        var to = new Argument<int>("naar") { Description = "Indelingsjaar waarnaar wordt omgerekend, zoals 2025" };
        return Verb.Command(
            "propose", "Stelt een omrekentabel op uit de grenzen en inwoners die er zijn, als concept",
            [municipality, from, to],
            async (parsed, services, cancel) => Tell(await services.GetRequiredService<ProposeCrosswalk>().Execute(
                AreaCode.Parse(parsed.GetValue(municipality)!), parsed.GetValue(from), parsed.GetValue(to),
                Actor.CommandLine, cancel)));
    }

    private static Command List()
    {
        var (municipality, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "Toont de omrekentabellen van een gemeente, de nieuwste eerst",
            [municipality, json],
            async (parsed, services, cancel) =>
            {
                var all = await services.GetRequiredService<ListCrosswalks>().Execute(
                    AreaCode.Parse(parsed.GetValue(municipality)!), cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(all.Select(CrosswalkJson.Of));
                else
                    foreach (var one in all)
                        Console.Out.WriteLine(
                            $"{one.Number,4}  {one.FromYear} naar {one.ToYear}  {CrosswalkWords.Of(one.State),-11}  "
                            + $"{one.Rows.Count,4} regels  {one.Source}");
                return ExitCode.Done;
            });
    }

    private static Command Show()
    {
        var (municipality, number, json) = (Verb.Gemeente(), Number(), Verb.AsJson());
        var csv = new Option<bool>("--csv") { Description = "Als bestand, om te verbeteren en weer in te lezen" };
        return Verb.Command("show", "Toont een omrekentabel met al haar regels", [municipality, number, json, csv],
            async (parsed, services, cancel) =>
            {
                var chosen = parsed.GetValue(number);
                if (await services.GetRequiredService<ListCrosswalks>().Find(
                    AreaCode.Parse(parsed.GetValue(municipality)!), chosen, cancel) is not { } crosswalk)
                    return Unknown(chosen);
                if (parsed.GetValue(json))
                    Verb.WriteJson(CrosswalkJson.WithRows(crosswalk));
                else if (parsed.GetValue(csv))
                    Console.Out.Write(CrosswalkFile.Write(crosswalk));
                else
                    Write(crosswalk);
                return ExitCode.Done;
            });
    }

    private static Command Decide(
        string name, string description,
        Func<DecideCrosswalk, AreaCode, long, string, Actor, CancellationToken, Task<DecideCrosswalk.Outcome>> decide)
    {
        var (municipality, number) = (Verb.Gemeente(), Number());
        var by = new Option<string>("--by") { Description = "Rol van wie dit besluit, zoals analist", Required = true };
        var reason = new Option<string>("--reason")
        {
            Description = "Waarom; komt bij de omrekentabel te staan", DefaultValueFactory = _ => "",
        };
        return Verb.Command(name, description, [municipality, number, by, reason], async (parsed, services, cancel) =>
        {
            var (chosen, role) = (parsed.GetValue(number), parsed.GetValue(by)!);
            if (!IsRole(role))
                throw new FormatException(
                    $"'{role}' is geen rol: verwacht een woord zoals analist, geen naam of adres.");
            var outcome = await decide(
                services.GetRequiredService<DecideCrosswalk>(), AreaCode.Parse(parsed.GetValue(municipality)!), chosen,
                parsed.GetValue(reason)!, new Actor(role, Actor.CommandLine.Origin), cancel);
            return Tell(outcome, chosen);
        });
    }

    private static int Tell(CrosswalkDrafting outcome)
    {
        switch (outcome)
        {
            case CrosswalkDrafting.Drafted done:
                Console.Out.WriteLine(
                    $"Omrekentabel {done.Number} staat klaar als concept: {done.Rows} regels, waarvan {done.Divided} "
                    + "met een verdeling. Zij wordt gebruikt nadat iemand haar heeft goedgekeurd.");
                return ExitCode.Done;
            case CrosswalkDrafting.Unchanged same:
                Console.Out.WriteLine($"Ongewijzigd: dit is omrekentabel {same.Number}, die er al was.");
                return ExitCode.Done;
            case CrosswalkDrafting.Refused refused:
                foreach (var finding in refused.Findings)
                    Console.Error.WriteLine(finding);
                if (refused.Total > refused.Findings.Count)
                    Console.Error.WriteLine($"En nog {refused.Total - refused.Findings.Count} bevindingen.");
                Console.Error.WriteLine("Er is geen omrekentabel gemaakt; er is niets veranderd.");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A crosswalk is drafted, unchanged or refused.");
        }
    }

    private static int Tell(DecideCrosswalk.Outcome outcome, long number)
    {
        switch (outcome)
        {
            case DecideCrosswalk.Outcome.Decided { State: var state }:
                Console.Out.WriteLine($"Omrekentabel {number} is {CrosswalkWords.Of(state)}.");
                return ExitCode.Done;
            case DecideCrosswalk.Outcome.WrongState { Is: var state }:
                Console.Error.WriteLine(
                    $"Omrekentabel {number} is {CrosswalkWords.Of(state)}; daar is niet meer over te besluiten.");
                return ExitCode.Refused;
            case DecideCrosswalk.Outcome.DoesNotFit:
                Console.Error.WriteLine(
                    $"Omrekentabel {number} past niet bij de gebieden zoals die nu zijn; maak een nieuwe.");
                return ExitCode.Refused;
            default:
                return Unknown(number);
        }
    }

    private static void Write(Crosswalk crosswalk)
    {
        var dutch = CultureInfo.GetCultureInfo("nl-NL");
        Console.Out.WriteLine(
            $"Omrekentabel {crosswalk.Number} van {crosswalk.Municipality}, {crosswalk.FromYear} naar "
            + $"{crosswalk.ToYear}: {CrosswalkWords.Of(crosswalk.State)}"
            + (crosswalk.DecidedBy.Length > 0 ? $" door {crosswalk.DecidedBy}" : ""));
        foreach (var row in crosswalk.Rows)
            Console.Out.WriteLine(string.Create(
                dutch, $"{row.From}  {row.To}  {row.Part,8:0.######}  {CrosswalkWords.Of(row.Basis)}"));
    }

    private static int Unknown(long number)
    {
        Console.Error.WriteLine($"Deze gemeente heeft geen omrekentabel met nummer {number}.");
        return ExitCode.Failure;
    }

    private static Argument<long> Number() => new("nummer") { Description = "Nummer van de omrekentabel" };

    /// <summary>A role and never a person: what stands in the audit chain stays there.</summary>
    private static bool IsRole(string text) =>
        text.Length is > 1 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || c is ' ' or '-');
}

/// <summary>A crosswalk as the verbs write it.</summary>
internal static class CrosswalkJson
{
    public static object Of(Crosswalk one) => new
    {
        gemeente = one.Municipality.Code, nummer = one.Number, van = one.FromYear, naar = one.ToYear,
        staat = CrosswalkWords.Of(one.State), bron = one.Source, gemaakt = one.MadeAt, gemaaktDoor = one.MadeBy,
        besloten = one.DecidedAt, beslotenDoor = one.DecidedBy, reden = one.Reason, aantalRegels = one.Rows.Count,
    };

    public static object WithRows(Crosswalk one) => new
    {
        omrekentabel = Of(one),
        regels = one.Rows.Select(r => new
        {
            van = r.From.Code, naar = r.To.Code, gewicht = r.Part, verdeelsleutel = CrosswalkWords.Of(r.Basis),
        }),
    };
}
