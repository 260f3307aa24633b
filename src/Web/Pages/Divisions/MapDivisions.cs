using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages about boundary years, on which a person judges crosswalks.</summary>
internal static class MapDivisions
{
    private const int LongestReason = 500;

    public static void MapDivisionPages(this IEndpointRouteBuilder site)
    {
        var app = site.MapGroup("").Needs(Permission.ReadFigures);
        app.MapGet("/indelingen", async (ReadDivisions read, CancellationToken cancel) =>
            new RazorComponentResult<DivisionsPage>(new { View = (object)await read.Execute(cancel) }));
        app.MapGet("/indelingen/{omrekentabel:long}", Crosswalk);
        site.MapPost("/indelingen/{omrekentabel:long}/besluit", Decide).Needs(Permission.ManageAgreements);
    }

    private static async Task<IResult> Crosswalk(
        long omrekentabel, string? bericht, ReadDivisions read, CancellationToken cancel) =>
        await read.Find(omrekentabel, MessageOf(bericht), cancel) is { } view
            ? new RazorComponentResult<CrosswalkPage>(new { View = (object)view })
            : Results.NotFound();

    private static async Task<IResult> Decide(
        long omrekentabel, [FromForm(Name = "besluit")] string decision, [FromForm(Name = "reden")] string reason,
        [AsParameters] Judges judges, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Results.BadRequest();
        var why = reason.Trim();
        why = why.Length <= LongestReason ? why : why[..LongestReason];
        var (municipality, actor) = (judges.Viewers.Municipality, judges.Viewers.Actor);
        DecideCrosswalk.Outcome? outcome = decision switch
        {
            "goedkeuren" => await judges.Decide.Approve(municipality, omrekentabel, why, actor, cancel),
            "afwijzen" => await judges.Decide.Reject(municipality, omrekentabel, why, actor, cancel),
            _ => null,
        };
        if (outcome is null)
            return Results.BadRequest();
        if (outcome is DecideCrosswalk.Outcome.Unknown)
            return Results.NotFound();
        await judges.Cubes.Refresh(cancel);
        return Results.Redirect($"/indelingen/{omrekentabel}?bericht={Code(outcome)}");
    }

    private static string Code(DecideCrosswalk.Outcome outcome) => outcome switch
    {
        DecideCrosswalk.Outcome.Decided => "besloten",
        DecideCrosswalk.Outcome.WrongState => "andere-staat",
        _ => "past-niet",
    };

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    private static string? MessageOf(string? code) => code switch
    {
        "besloten" => "Uw besluit is vastgelegd. De cijfers volgen het direct.",
        "andere-staat" => "Er was al anders over deze omrekentabel besloten; er is niets veranderd.",
        "past-niet" => "De gebieden van een van beide jaren zijn sindsdien opnieuw ingelezen en passen niet meer bij " +
            "deze omrekentabel. Vraag de beheerder om een nieuwe.",
        _ => null,
    };
}

/// <summary>What deciding about a crosswalk needs.</summary>
internal sealed record Judges(DecideCrosswalk Decide, CubeStore Cubes, ReadViewer Viewers);
