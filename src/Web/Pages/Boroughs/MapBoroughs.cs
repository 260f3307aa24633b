using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The page on which a gemeente groups her districts into stadsdelen.</summary>
internal static class MapBoroughs
{
    public const string Root = "/beheer/stadsdelen";

    public static void MapBoroughPages(this IEndpointRouteBuilder site)
    {
        var app = site.MapGroup("").Needs(Permission.ManageSettings);
        app.MapGet(Root, Show);
        app.MapPost(Root, Decide);
    }

    private static async Task<IResult> Show(
        [FromQuery(Name = "indelingsjaar")] int? year, [FromQuery(Name = "stadsdeel")] string? borough,
        string? bericht, ListBoroughs list, TimeProvider time, CancellationToken cancel)
    {
        if (await list.Execute(year, cancel) is not { } boroughs)
            return year is null
                ? new RazorComponentResult<NothingYetPage>(new { Part = "Beheer" })
                : Results.NotFound();
        var form = BoroughForm.New(boroughs, time.DutchToday());
        if (borough is not null)
        {
            if (boroughs.Boroughs.FirstOrDefault(b => b.Code.Code == borough) is not { } chosen)
                return Results.NotFound();
            form = form.For(chosen);
        }
        return Page(boroughs, form with { Message = MessageOf(bericht) });
    }

    private static async Task<IResult> Decide(
        [FromForm] IFormCollection form, [AsParameters] BoroughDeciders deciders, CancellationToken cancel)
    {
        var given = BoroughForm.Of(form, deciders.Time.DutchToday());
        if (await Execute(form["besluit"].ToString(), given, form, deciders, cancel) is not { } outcome)
            return Results.BadRequest();
        if (outcome is BoroughOutcome.Refused { Sentence: var sentence })
            return await deciders.List.Execute(given.BoundaryYear, cancel) is { } boroughs
                ? Page(boroughs, given with { Objection = sentence })
                : Results.NotFound();
        await deciders.Cubes.RefreshIfLoaded(cancel);
        // Answered by a redirect, so that refreshing the page changes nothing again.
        var said = outcome is BoroughOutcome.Altered ? "vastgelegd" : "onveranderd";
        return Results.Redirect($"{Root}?indelingsjaar={given.BoundaryYear}&bericht={said}");
    }

    private static async Task<BoroughOutcome?> Execute(
        string decision, BoroughForm given, IFormCollection form, BoroughDeciders deciders, CancellationToken cancel)
    {
        var actor = deciders.Viewer.Actor;
        switch (decision)
        {
            case "vastleggen":
                return given.Objection is { } unreadable
                    ? new BoroughOutcome.Refused("boroughs.unreadable", unreadable)
                    : await deciders.Set.Execute(given.Request, actor, cancel);
            case "verwijderen" when given.Code is { } code:
                return await deciders.Remove.Execute(
                    code, given.BoundaryYear, given.From, given.Reason, actor, cancel);
            case "ongedaan":
                return await deciders.Undo.Execute(
                    long.TryParse(form["wijziging"], CultureInfo.InvariantCulture, out var seen) ? seen : null,
                    given.Reason, actor, cancel);
            default:
                return null;
        }
    }

    private static RazorComponentResult<BoroughsPage> Page(BoroughList boroughs, BoroughForm form) =>
        new(new { List = boroughs, Given = (object)form })
        {
            StatusCode = form.Objection is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    private static string? MessageOf(string? code) => code switch
    {
        "vastgelegd" => "Uw wijziging is vastgelegd. De cijfers volgen haar vanaf de gekozen dag.",
        "onveranderd" => "Dit stond er al zo; er is niets veranderd.",
        _ => null,
    };
}

/// <summary>What deciding about stadsdelen needs.</summary>
internal sealed record BoroughDeciders(
    SetBorough Set, RemoveBorough Remove, UndoBoroughChange Undo, ListBoroughs List, CubeStore Cubes,
    ReadViewer Viewer, TimeProvider Time);
