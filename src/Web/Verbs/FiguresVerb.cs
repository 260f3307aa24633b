using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw figures</c>: the answers of the API, exact and audited, for scripts and operators.</summary>
internal static class FiguresVerb
{
    public static Command Command()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        var level = Named("--level", "gemeente, stadsdeel, wijk of buurt", "gemeente");
        var category = Named("--category", "Groep, delict of incidentcode; misdrijven, overlast of totaal", "totaal");
        var from = new Option<string>("--from") { Description = "Eerste week, zoals 2025-W45", Required = true };
        var to = new Option<string>("--to") { Description = "Laatste week, zoals 2025-W48", Required = true };
        var area = new Option<string?>("--area") { Description = "Alleen binnen dit gebied, zoals WK015300" };
        var compare = new Option<string?>("--compare") { Description = "Vergelijk met: vorigjaar of driejaar" };
        var known = new Option<string?>("--as-known-on")
        {
            Description = "Zoals bekend op deze dag of dit moment: 2025-11-30, 2025-11-30T12:00",
        };
        var year = new Option<string?>("--boundary-year")
        {
            Description = "Indelingsjaar van het antwoord, zoals 2025; zonder is het dat van de nieuwste week",
        };
        var sensitive = new Option<string?>("--sensitive")
        {
            Description = "Ook gevoelige categorieën, met het doel; zonder tellen zij nergens mee",
        };
        return Verb.Command("figures", "Cijfers van een gemeente, exact; elke vraag komt in het logboek",
            [id, level, category, from, to, area, compare, known, year, sensitive, json],
            async (parsed, services, cancel) =>
            {
                var tenant = TenantId.Parse(parsed.GetValue(id)!);
                var text = new QuestionText
                {
                    Niveau = parsed.GetValue(level), Gebied = parsed.GetValue(area),
                    Categorie = parsed.GetValue(category), Van = parsed.GetValue(from), Tot = parsed.GetValue(to),
                    Vergelijk = parsed.GetValue(compare), BekendOp = parsed.GetValue(known),
                    Indelingsjaar = parsed.GetValue(year),
                };
                if (!ReadQuestion.Try(text, AreaCode.Parse(tenant.Code), out var question, out var refusal))
                    return Refuse(refusal);
                await using var scope = await services.GetRequiredService<ITenantScopes>().Open(tenant, cancel);
                return await Answer(scope, question, parsed.GetValue(sensitive), parsed.GetValue(json), cancel);
            });
    }

    private static async Task<int> Answer(
        TenantScope scope, FigureQuestion question, string? purpose, bool json, CancellationToken cancel)
    {
        if (purpose is not null && string.IsNullOrWhiteSpace(purpose))
            return Refuse("Geef bij --sensitive het doel op.");
        await Record(scope, question, purpose, cancel);
        var viewer = new Viewer(AreaCode.Parse(scope.Tenant.Id.Code), Ring.Exact, Actor.CommandLine.Name)
        {
            SeesSensitive = purpose is not null,
        };
        switch (await scope.Get<AnswerFigures>().Answer(question, viewer, cancel))
        {
            case FigureOutcome.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            case FigureOutcome.Answered { Answer: var answer } when json:
                Verb.WriteJson(answer);
                return ExitCode.Done;
            case FigureOutcome.Answered { Answer: var answer }:
                Write(answer);
                return ExitCode.Done;
            default:
                throw new InvalidOperationException("A question is either answered or refused.");
        }
    }

    /// <summary>
    /// Exact figures outside the site are looked at only on the record, and not at all when that fails.
    /// </summary>
    private static async Task Record(
        TenantScope scope, FigureQuestion question, string? purpose, CancellationToken cancel)
    {
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        var subject = $"{Words.Of(question.Level)} · {question.Category} · {question.Weeks}";
        change.Record(
            new AuditEvent(
                purpose is null ? "figures.viewed" : "figures.sensitive-viewed", subject, Purpose: purpose ?? ""),
            Actor.CommandLine);
        await change.Commit(cancel);
    }

    private static void Write(FigureAnswer answer)
    {
        var dutch = CultureInfo.GetCultureInfo("nl-NL");
        Console.Out.WriteLine(
            $"{answer.Category}, {Words.Of(answer.Level)}, {answer.First} t/m {answer.Last} " +
            $"({answer.Weeks.Counted} van {answer.Weeks.Asked} weken geleverd), indeling {answer.BoundaryYear}");
        foreach (var row in answer.Rows)
        {
            var rate = row.Per1000?.ToString("N2", dutch) ?? row.Sign ?? "";
            Console.Out.WriteLine(
                $"{row.Area,-10}  {row.Name,-32} {row.Count?.ToString("N0", dutch) ?? ".",9} {rate,9}");
        }
        if (answer.PlaceUnknown is > 0 and var unknown)
            Console.Out.WriteLine($"Zonder buurt: {unknown.ToString("N0", dutch)}");
        foreach (var remark in answer.Remarks)
            Console.Out.WriteLine(remark);
    }

    private static Option<string> Named(string name, string description, string value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static int Refuse(Refusal refusal) => Refuse(refusal.Sentence);

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.Failure;
    }
}
