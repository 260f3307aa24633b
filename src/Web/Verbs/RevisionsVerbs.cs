using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw revisions show | delay</c>: what a delivery changed, and how late registrations come in.</summary>
internal static class RevisionsVerbs
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static Command Command() =>
        new("revisions", "Wat leveringen veranderden, en hoe snel registraties binnenkomen") { Show(), Delay() };

    private static Command Show()
    {
        var (id, json, sensitive) = (Verb.Gemeente(), Verb.AsJson(), Sensitive());
        var number = new Argument<long>("levering") { Description = "Nummer van de levering" };
        return Verb.Command(
            "show", "Toont wat een levering veranderde, per week, categorie en buurt; komt in het logboek",
            [id, number, sensitive, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var viewer = await Record(
                    scope, $"verschil van levering {parsed.GetValue(number)}", parsed.GetValue(sensitive), cancel);
                var outcome = await scope.Get<AnswerRevision>().Answer(parsed.GetValue(number), viewer, cancel);
                if (outcome is not RevisionOutcome.Answered { Answer: var answer })
                {
                    Console.Error.WriteLine($"Levering {parsed.GetValue(number)} heeft nooit meegeteld.");
                    return ExitCode.Failure;
                }
                if (parsed.GetValue(json))
                    Verb.WriteJson(answer);
                else
                    Write(answer);
                return ExitCode.Done;
            });
    }

    private static Command Delay()
    {
        var (id, json, sensitive) = (Verb.Gemeente(), Verb.AsJson(), Sensitive());
        return Verb.Command(
            "delay", "Toont welk deel na 1, 2, 4 en 13 weken bekend was; komt in het logboek",
            [id, sensitive, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var viewer = await Record(
                    scope, "hoe snel registraties binnenkomen", parsed.GetValue(sensitive), cancel);
                var outcome = await scope.Get<AnswerDelay>().Answer(viewer, cancel);
                var answer = ((DelayOutcome.Answered)outcome).Answer;
                if (parsed.GetValue(json))
                    Verb.WriteJson(answer);
                else
                    Write(answer);
                return ExitCode.Done;
            });
    }

    private static Option<string?> Sensitive() => new("--sensitive")
    {
        Description = "Ook gevoelige categorieën, met het doel; zonder tellen zij nergens mee",
    };

    /// <summary>Puts the look on the record and answers for whom it is made.</summary>
    private static async Task<Viewer> Record(
        TenantScope scope, string subject, string? purpose, CancellationToken cancel)
    {
        var sees = !string.IsNullOrWhiteSpace(purpose);
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        change.Record(
            new AuditEvent(sees ? "figures.sensitive-viewed" : "figures.viewed", subject, Purpose: purpose ?? ""),
            Actor.CommandLine);
        await change.Commit(cancel);
        return new Viewer(AreaCode.Parse(scope.Tenant.Id.Code), Ring.Exact, Actor.CommandLine.Name)
        {
            SeesSensitive = sees,
        };
    }

    private static void Write(RevisionAnswer answer)
    {
        Console.Out.WriteLine($"Levering {answer.Delivery} telt sinds versie {answer.Version}.");
        foreach (var week in answer.Weeks)
            Console.Out.WriteLine(
                $"{week.Week}  misdrijven {Step(week.Offences, week.IsNew),-24} "
                + $"overlast {Step(week.Incidents, week.IsNew)}");
        foreach (var category in answer.Categories.Where(c => c.Counts.Difference != 0))
            Console.Out.WriteLine($"{category.Category,-12} {category.Title,-44} {Step(category.Counts, false)}");
        foreach (var area in answer.Areas.Where(a => a.Offences.Difference != 0 || a.Incidents.Difference != 0))
            Console.Out.WriteLine(
                $"{area.Area,-12} {area.Name,-44} misdrijven {Step(area.Offences, false)}, "
                + $"overlast {Step(area.Incidents, false)}");
    }

    private static void Write(DelayAnswer answer)
    {
        Console.Out.WriteLine(
            $"{answer.Weeks.Count} weken; {answer.DeliveredLater} later geleverd en hier niet geteld.");
        foreach (var row in answer.Rows)
            Console.Out.WriteLine(
                $"{row.Category,-12} {row.Title,-44} {row.Final.ToString("N0", Dutch),9} "
                + string.Join(' ', row.Known.Select((known, at) => row.Shares is { } shares
                    ? shares[at].ToString("P1", Dutch).PadLeft(9) : known.ToString("N0", Dutch).PadLeft(9))));
    }

    private static string Step(Revised counts, bool isNew) => isNew
        ? $"{counts.New.ToString("N0", Dutch)} (nieuw)"
        : $"{counts.Was.ToString("N0", Dutch)} → {counts.Became.ToString("N0", Dutch)}";
}
