using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Api;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw keyfigures import|define|list|show</c></summary>
internal static class KeyFiguresVerbs
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static Command Command() => new("keyfigures", "Kengetallen: bevolking, wonen, inkomen en meer per buurt")
    {
        Import(), Define(), List(), Show(),
    };

    private static Command Import()
    {
        var file = new Argument<string>("bestand")
        {
            Description = "Kerncijfers wijken en buurten van het CBS: een GeoPackage van PDOK of een CSV van StatLine",
        };
        var year = new Option<int>("--year") { Description = "Het jaar van de cijfers, zoals 2021", Required = true };
        return Verb.Command(
            "import", "Leest de kerncijfers van een jaar in voor alle gemeenten; nog eens inlezen verandert niets",
            [file, year],
            async (parsed, services, cancel) => KeyFiguresText.Tell(
                await services.GetRequiredService<ImportKeyFigures>().Execute(
                    parsed.GetValue(file)!, parsed.GetValue(year), Actor.CommandLine, cancel)));
    }

    private static Command Define()
    {
        var (id, file) = (Verb.Gemeente(), new Argument<string>("bestand")
        {
            Description =
                "Een lijst als CSV: code;titel;eenheid;thema;bron;grondslag;niveau;periode;drempel;soort;decimalen;" +
                "herkomst;kolommen",
        });
        return Verb.Command("define", "Zet eigen kengetallen in de lijst van een gemeente", [id, file],
            async (parsed, services, cancel) =>
            {
                var lines = await File.ReadAllLinesAsync(parsed.GetValue(file)!, cancel);
                await using var scope = await Open(services, parsed.GetValue(id)!, cancel);
                var changed = await scope.Get<DefineKeyFigures>().Execute(
                    [.. lines.Skip(1).Where(l => l.Length > 0)], Actor.CommandLine, cancel);
                Console.Out.WriteLine(changed == 0
                    ? "Ongewijzigd: deze kengetallen stonden al zo in de lijst."
                    : $"De lijst heeft {changed} nieuwe of gewijzigde kengetallen.");
                return ExitCode.Done;
            });
    }

    private static Command List()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "De kengetallen van een gemeente en van welke perioden er iets is", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await Open(services, parsed.GetValue(id)!, cancel);
                var list = KeyFigureListing.Of(await scope.Get<KeyFigureStore>().Current(cancel));
                if (parsed.GetValue(json))
                    Verb.WriteJson(list);
                else
                    KeyFiguresText.Write(list);
                return ExitCode.Done;
            });
    }

    private static Command Show()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        var figure = new Option<string>("--figure") { Description = "Code van het kengetal", Required = true };
        var level = new Option<string>("--level")
        {
            Description = "gemeente, stadsdeel, wijk of buurt", DefaultValueFactory = _ => "gemeente",
        };
        var area = new Option<string?>("--area") { Description = "Alleen binnen dit gebied, zoals WK015300" };
        var period = new Option<string?>("--period") { Description = "Een periode zoals 2025; anders de nieuwste" };
        var known = new Option<string?>("--as-known-on") { Description = "Zoals bekend op deze dag" };
        return Verb.Command("show", "Een kengetal van alle gebieden; elke vraag komt in het logboek",
            [id, figure, level, area, period, known, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await Open(services, parsed.GetValue(id)!, cancel);
                var text = new KeyFigureText
                {
                    Kengetal = parsed.GetValue(figure), Niveau = parsed.GetValue(level), Gebied = parsed.GetValue(area),
                    Periode = parsed.GetValue(period), BekendOp = parsed.GetValue(known),
                };
                return text.TryRead(Municipality(scope), out var question, out var refusal)
                    ? await Answer(scope, question, parsed.GetValue(json), cancel)
                    : Refuse(refusal);
            });
    }

    private static async Task<int> Answer(
        TenantScope scope, KeyFigureQuestion question, bool json, CancellationToken cancel)
    {
        await Record(scope, question, cancel);
        var viewer = new Viewer(Municipality(scope), Ring.Exact, Actor.CommandLine.Name);
        switch (await scope.Get<AnswerKeyFigures>().Answer(question, viewer, cancel))
        {
            case KeyFigureOutcome.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            case KeyFigureOutcome.Answered { Answer: var answer } when json:
                Verb.WriteJson(answer);
                return ExitCode.Done;
            case KeyFigureOutcome.Answered { Answer: var answer }:
                KeyFiguresText.Write(answer, Dutch);
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("A question is either answered or refused.");
        }
    }

    private static async Task Record(TenantScope scope, KeyFigureQuestion question, CancellationToken cancel)
    {
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        change.Record(
            new AuditEvent("keyfigures.viewed", $"{Words.Of(question.Level)} · {question.Figure}"), Actor.CommandLine);
        await change.Commit(cancel);
    }

    private static Task<TenantScope> Open(IServiceProvider services, string id, CancellationToken cancel) =>
        services.GetRequiredService<ITenantScopes>().Open(TenantId.Parse(id), cancel);

    private static AreaCode Municipality(TenantScope scope) => AreaCode.Parse(scope.Tenant.Id.Code);

    private static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine(refusal.Sentence);
        return ExitCode.Failure;
    }
}
