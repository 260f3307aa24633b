using System.CommandLine;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw region decide | accept | withdraw | propose | approve | publish | status | compare</c></summary>
internal static class RegionVerbs
{
    public static Command Command() => new("region", "De regio: modelafspraak, deelnemen, vrijgeven en vergelijken")
    {
        Decide(), Accept(), Withdraw(), Propose(), Approve(), Publish(), Status(), Compare(),
    };

    private static readonly RegionalRefusal NoModel =
        new("region.no-agreement", "De regio heeft nog geen modelafspraak; zie igw region decide.");

    private static Command Decide()
    {
        var (from, members, text) = (
            new Option<string>("--from") { Description = "Eerste maand, zoals 2024-01", Required = true },
            new Option<string[]>("--members")
            {
                Description = "Codes van de gemeenten; zonder zijn het alle gemeenten op dit platform",
                AllowMultipleArgumentsPerToken = true,
            },
            new Option<string>("--text") { Description = "Wat is besloten, en door wie", Required = true });
        var day = new Option<int>("--day")
        {
            Description = "Dag van de volgende maand waarop een maand uitkomt",
            DefaultValueFactory = _ => DefaultModel.AgreedDay,
        };
        return Verb.Command(
            "decide", "Legt een versie van de modelafspraak vast, met de categorieën van het platform",
            [from, members, text, day], async (parsed, services, cancel) =>
            {
                var codes = parsed.GetValue(members) is { Length: > 0 } named ? named
                    : [.. (await services.GetRequiredService<ITenantCatalogue>().List(cancel)).Select(t => t.Id.Code)];
                var model = DefaultModel.Of(
                    codes, ReportingPeriod.Parse(parsed.GetValue(from)!), Actor.CommandLine.Name);
                await Record(
                    services, new AuditEvent("region.model-decided", $"modelafspraak vanaf {model.From}"), cancel);
                return Told(await services.GetRequiredService<DecideModel>().Execute(
                    model with { AgreedDay = parsed.GetValue(day), Text = parsed.GetValue(text)! }, cancel),
                    "De modelafspraak is vastgelegd; elke gemeente neemt haar zelf aan.");
            });
    }

    private static Command Accept()
    {
        var (id, role) = (Verb.Gemeente(), new Option<string>("--approver")
        {
            Description = "De rol die elke maand vrijgeeft", DefaultValueFactory = _ => "analist",
        });
        return OfTenant("accept", "Neemt de modelafspraak aan voor een gemeente, zonder afwijkingen", id, [role],
            async (parsed, scope, services, cancel) =>
                (await services.GetRequiredService<ReadRegion>().Execute(cancel)).Model is { } model
                    ? Told(await scope.Get<AcceptModel>().Execute(
                        AcceptanceWish.Whole(model, parsed.GetValue(role)!), Actor.CommandLine, cancel), "Aangenomen.")
                    : Told(NoModel, ""));
    }

    private static Command Withdraw()
    {
        var (id, reason) = (Verb.Gemeente(), SettingOptions.Reason());
        return OfTenant(
            "withdraw", "Trekt de deelname in; wat de gemeente publiceerde, is meteen weg", id, [reason],
            async (parsed, scope, _, cancel) => Told(
                await scope.Get<EndAcceptance>().Execute(parsed.GetValue(reason)!, Actor.CommandLine, cancel),
                "Ingetrokken; alles van deze gemeente is weg uit de regio."));
    }

    private static Command Propose()
    {
        var id = Verb.Gemeente();
        return OfTenant("propose", "Maakt het voorstel van de nieuwste maand die heel is geleverd", id, [],
            async (_, scope, _, cancel) =>
            {
                var made = await scope.Get<ProposeMonth>().Execute(again: true, Actor.CommandLine, cancel);
                Console.Out.WriteLine(made is null
                    ? "Er is niets voor te stellen."
                    : $"Voorstel {made.Number} t/m {made.Month}: {made.CellCount} cijfers, waarvan {made.Withheld} "
                    + "afgeschermd.");
                return ExitCode.Done;
            });
    }

    private static Command Approve()
    {
        var id = Verb.Gemeente();
        var number = new Argument<long>("voorstel") { Description = "Nummer van het voorstel" };
        var note = new Option<string>("--note")
        {
            Description = "De duiding; zonder is het 'geen bijzonderheden'", DefaultValueFactory = _ => "",
        };
        var role = new Option<string>("--role")
        {
            Description = "De rol waarmee u vrijgeeft", DefaultValueFactory = _ => "analist",
        };
        return OfTenant("approve", "Geeft een voorstel vrij namens een gemeente", id, [number, note, role],
            async (parsed, scope, _, cancel) => Told(
                await scope.Get<ApproveProposal>().Execute(
                    new Approval(
                        parsed.GetValue(number), parsed.GetValue(note)!, parsed.GetValue(note) is "",
                        [parsed.GetValue(role)!]), Actor.CommandLine, cancel),
                "Vrijgegeven; verschijnt op de afgesproken dag, of nu als die voorbij is."));
    }

    private static Command Publish()
    {
        var id = Verb.Gemeente();
        return OfTenant("publish", "Doet wat nu aan de beurt is: voorstellen, publiceren, doorgeven", id, [],
            async (_, scope, _, cancel) =>
            {
                await scope.Get<FollowCycle>().Execute(cancel);
                return await Told(scope, cancel);
            });
    }

    private static Command Status()
    {
        var json = Verb.AsJson();
        return Verb.Command("status", "Toont per gemeente hoe ver zij is", [json], async (parsed, services, cancel) =>
        {
            var region = await services.GetRequiredService<ReadRegion>().Execute(cancel);
            var today = services.GetRequiredService<TimeProvider>().DutchToday();
            var lines = region.Members.Select(m => new
            {
                gemeente = m.Code, naam = m.Name, modelafspraak = m.Participant?.ModelVersion,
                tot = m.Latest?.Month.ToString(),
                stand = region.Months(today, 1).Select(month => Pages.RegionText.Of(
                    m.StageOf(region.Model!, month, today))).FirstOrDefault(),
            }).ToList();
            if (parsed.GetValue(json))
                Verb.WriteJson(lines);
            else
                foreach (var line in lines)
                    Console.Out.WriteLine($"{line.gemeente}  {line.naam,-22}  {line.tot ?? "–",-8}  {line.stand}");
            return ExitCode.Done;
        });
    }

    private static Command Compare()
    {
        var (category, period, json) = (
            new Option<string?>("--category") { Description = "Code van een categorie uit de modelafspraak" },
            new Option<string?>("--period") { Description = "2025-03, 2025-K1 of 2025" }, Verb.AsJson());
        return Verb.Command("compare", "Zet de gemeenten naast elkaar, uit wat zij publiceerden",
            [category, period, json], async (parsed, services, cancel) =>
            {
                var region = await services.GetRequiredService<ReadRegion>().Execute(cancel);
                var (question, refused) = ReadRegionalQuestion.Of(
                    region, parsed.GetValue(category), parsed.GetValue(period), null);
                if (question is null)
                    return Told(refused, "");
                var answer = await services.GetRequiredService<CompareRegion>().Execute(region, question, cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(Api.ComparisonAnswer.Of(answer));
                else
                    foreach (var row in answer.Rows)
                        Console.Out.WriteLine(
                            $"{row.Member.Code}  {row.Member.Name,-22}  {Pages.RegionText.Count(row),7}  "
                            + $"{Pages.RegionText.Rate(row.Per1000),7}  "
                            + (row.AgainstOthers ?? Pages.RegionText.Of(row.State)));
                return ExitCode.Done;
            });
    }

    /// <summary>A decision of a gemeente; the region hears of it at once, or later when it cannot be reached.</summary>
    private static Command OfTenant(
        string name, string description, Argument<string> id, IEnumerable<Symbol> symbols,
        Func<ParseResult, TenantScope, IServiceProvider, CancellationToken, Task<int>> run) =>
        Verb.Command(name, description, [id, .. symbols], async (parsed, services, cancel) =>
        {
            await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
            var code = await run(parsed, scope, services, cancel);
            if (code != ExitCode.Done)
                return code;
            await scope.Get<PublishApproved>().Execute(cancel);
            return await Told(scope, cancel);
        });

    private static async Task<int> Told(TenantScope scope, CancellationToken cancel)
    {
        if (!await scope.Get<SendOutbox>().Execute(cancel))
            await Console.Error.WriteLineAsync(
                "De regio is nu niet bereikbaar; wat is besloten wordt later doorgegeven.");
        return ExitCode.Done;
    }

    private static int Told(RegionalRefusal? refused, string done)
    {
        if (refused is null)
            Console.Out.WriteLine(done);
        else
            Console.Error.WriteLine(refused.Sentence);
        return refused is null ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task Record(IServiceProvider services, AuditEvent what, CancellationToken cancel)
    {
        await using var change = await services.GetRequiredService<CatalogueChanges>().Begin(cancel);
        change.Record(what, Actor.CommandLine);
        await change.Commit(cancel);
    }
}
