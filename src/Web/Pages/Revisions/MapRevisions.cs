using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Demo;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages of what deliveries changed and how late registrations come in, and both as CSV.</summary>
internal static class MapRevisions
{
    public static void MapRevisionPages(this IEndpointRouteBuilder site)
    {
        var app = site.MapGroup("").Needs(Permission.ReadExactFigures);
        app.MapGet("/leveringen/aanvulling", Delay).WithMetadata(new FollowsFromFigures());
        app.MapGet("/leveringen/{nummer:long}/verschil", Revision).WithMetadata(new FollowsFromFigures());
        app.MapGet("/csv/verschil/{nummer:long}", RevisionAsCsv);
        app.MapGet("/csv/aanvulling", DelayAsCsv);
    }

    private static async Task<IResult> Revision(
        long nummer, AnswerRevision answers, ReadViewer viewers, DataFolder data, CancellationToken cancel) =>
        await answers.Answer(nummer, viewers.Viewer, cancel) switch
        {
            RevisionOutcome.Answered { Answer: var answer } => new RazorComponentResult<RevisionPage>(
                new { View = (object)new RevisionView(answer, DemoMark.IsPresent(data)) }),
            RevisionOutcome.Refused { Refusal: var refusal } => throw new PageRefusedException(refusal),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> Delay(
        AnswerDelay answers, ReadViewer viewers, DataFolder data, CancellationToken cancel) =>
        await answers.Answer(viewers.Viewer, cancel) switch
        {
            DelayOutcome.Answered { Answer: var answer } => new RazorComponentResult<DelayPage>(
                new { View = (object)new DelayView(answer, DemoMark.IsPresent(data)) }),
            DelayOutcome.Refused { Refusal: var refusal } => throw new PageRefusedException(refusal),
            _ => throw new InvalidOperationException("A question is answered or refused."),
        };

    private static async Task<IResult> RevisionAsCsv(
        long nummer, AnswerRevision answers, [AsParameters] Exporter exporter, CancellationToken cancel)
    {
        if (await answers.Answer(
            nummer, exporter.Viewers.Viewer, cancel) is not RevisionOutcome.Answered { Answer: var answer })
            return Results.NotFound();
        var csv = CsvText.For($"levering {nummer}", "wat deze levering veranderde")
            .Row("soort", "code", "naam", "was", "werd", "verschil", "nieuwe weken");
        foreach (var week in answer.Weeks)
        {
            Line(csv, "week, misdrijven", week.Week.ToString(), WeekText.Of(week.Week), week.Offences);
            Line(csv, "week, overlast", week.Week.ToString(), WeekText.Of(week.Week), week.Incidents);
        }
        foreach (var category in answer.Categories)
            Line(csv, "categorie", category.Category.Code, category.Title, category.Counts);
        foreach (var area in answer.Areas)
        {
            Line(csv, "gebied, misdrijven", area.Area.Code, area.Name, area.Offences);
            Line(csv, "gebied, overlast", area.Area.Code, area.Name, area.Incidents);
        }
        return await exporter.Send(csv, $"verschil-levering-{nummer}", cancel);
    }

    private static async Task<IResult> DelayAsCsv(
        AnswerDelay answers, [AsParameters] Exporter exporter, CancellationToken cancel)
    {
        if (await answers.Answer(exporter.Viewers.Viewer, cancel) is not DelayOutcome.Answered { Answer: var answer })
            return Results.BadRequest();
        var csv = CsvText.For(
                "leveringen", $"hoe snel registraties binnenkomen, {answer.Weeks.Count} weken")
            .Row(["categorie", "naam", .. answer.After.Select(a => $"bekend na {a} weken"), "nu"]);
        foreach (var row in answer.Rows)
            csv.Row([row.Category.Code, row.Title, .. row.Known.Cast<object?>(), row.Final]);
        return await exporter.Send(csv, "aanvulling", cancel);
    }

    private static void Line(CsvText csv, string kind, string code, string name, Revised counts) =>
        csv.Row(kind, code, name, counts.Was, counts.Became, counts.Difference, counts.New);
}
