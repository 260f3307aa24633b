using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>What waits for a second person, and her decision.</summary>
internal static class DecideOnChanges
{
    public static async Task<IResult> List(
        string? bericht, [AsParameters] ChangeReaders with, CancellationToken cancel) =>
        await Page(null, MessageOf(bericht), with, cancel);

    public static async Task<IResult> Post(
        Guid aanvraag, [FromForm(Name = "besluit")] string decision, [FromForm(Name = "reden")] string? reason,
        DecideChange decide, [AsParameters] ChangeReaders with, CancellationToken cancel) =>
        await Answer(
            decision switch
            {
                "goedkeuren" => await decide.Approve(aanvraag, reason ?? "", with.Viewer.Person, cancel),
                "afwijzen" => await decide.Reject(aanvraag, reason ?? "", with.Viewer.Person, cancel),
                _ => null,
            },
            decision, with, cancel);

    public static async Task<IResult> TakeBack(
        Guid aanvraag, DecideChange decide, [AsParameters] ChangeReaders with, CancellationToken cancel) =>
        await Answer(await decide.TakeBack(aanvraag, with.Viewer.Person, cancel), "intrekken", with, cancel);

    private static async Task<IResult> Answer(
        DecideChange.Outcome? outcome, string decision, ChangeReaders with, CancellationToken cancel) =>
        outcome switch
        {
            null => Results.BadRequest(),
            DecideChange.Outcome.Unknown => Results.NotFound(),
            DecideChange.Outcome.Decided => Results.Redirect($"{MapAdministration.Changes}?bericht={decision}"),
            _ => await Again(SentenceOf(outcome), with, cancel),
        };

    private static string SentenceOf(DecideChange.Outcome outcome) => outcome switch
    {
        DecideChange.Outcome.Own =>
            "U vroeg dit zelf aan, of het gaat over uzelf. Een ander moet erover beslissen.",
        DecideChange.Outcome.WrongState => "Over deze aanvraag is al beslist, of zij is verlopen.",
        DecideChange.Outcome.Outdated =>
            "Wat nu geldt is intussen iets anders dan toen dit werd aangevraagd. Vraag om een nieuwe aanvraag.",
        DecideChange.Outcome.Refused(var sentence) => sentence,
        _ => throw new InvalidOperationException("A decision is taken or there is a reason why not."),
    };

    private static async Task<IResult> Again(string fault, ChangeReaders with, CancellationToken cancel)
    {
        var page = await Page(fault, null, with, cancel);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static async Task<RazorComponentResult<ChangesPage>> Page(
        string? fault, string? message, ChangeReaders with, CancellationToken cancel)
    {
        var colleagues = await with.People.Execute(with.Current.Tenant.Id, cancel);
        return new(new
        {
            Lines = await with.List.Execute(cancel), Names = colleagues.ToDictionary(c => c.Id, c => c.Name),
            Reader = with.Viewer.Person.User!.Value, MayDecide = with.Viewer.May(Permission.Approve), Fault = fault,
            Message = message,
        });
    }

    private static string? MessageOf(string? code) => code switch
    {
        "goedkeuren" => "Goedgekeurd; het geldt nu.",
        "afwijzen" => "Afgewezen; er verandert niets.",
        "intrekken" => "De aanvraag is ingetrokken.",
        "gevraagd" => "Aangevraagd. Het geldt zodra een tweede persoon het goedkeurt.",
        _ => null,
    };
}

/// <summary>What showing requests needs.</summary>
internal sealed record ChangeReaders(
    ListChanges List, ListColleagues People, ICurrentTenant Current, ReadViewer Viewer);
