using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages on which a gemeente says how a supplier's own file becomes a kind of delivery.</summary>
internal static class MapMappings
{
    public const string Root = "/leveringen/vertalingen";

    /// <summary>The example, the fields of the form and the lists together.</summary>
    private const int LongestForm = EditMappings.LargestExample + 1024 * 1024;

    public static void MapMappingPages(this IEndpointRouteBuilder site)
    {
        var (seen, app) = (
            site.MapGroup("").Needs(Permission.ReadDeliveries), site.MapGroup("").Needs(Permission.ManageAgreements));
        seen.MapGet(Root, List);
        seen.MapGet($"{Root}/schema.json", () => Results.File(
            Encoding.UTF8.GetBytes(Mapping.Schema()), "application/json", "vertaling.schema.json"));
        app.MapGet($"{Root}/nieuw", New);
        WithExample(app.MapPost($"{Root}/nieuw", Propose));
        WithExample(app.MapPost($"{Root}/bewerken", Edit));
        seen.MapGet($"{Root}/{{vertaling}}", Show);
        app.MapGet($"{Root}/{{vertaling}}/bewerken", EditSaved);
        app.MapPost($"{Root}/{{vertaling}}/besluit", Decide);
    }

    /// <summary>An example is kept in memory while it is looked at, and never on disk: not even for a moment.</summary>
    private static void WithExample(RouteHandlerBuilder post) => post
        .WithMetadata(new RequestSizeLimitAttribute(LongestForm))
        .WithFormOptions(memoryBufferThreshold: LongestForm, multipartBodyLengthLimit: LongestForm);

    private static async Task<IResult> List(ListMappings list, CancellationToken cancel) =>
        new RazorComponentResult<MappingsPage>(new { Lines = await list.Execute(cancel) });

    private static async Task<IResult> New(EditMappings edit, CancellationToken cancel) =>
        new RazorComponentResult<NewMappingPage>(new { Feeds = await edit.Feeds(cancel) });

    private static async Task<IResult> Propose(IFormCollection form, EditMappings edit, CancellationToken cancel) =>
        await edit.Propose(form, cancel) switch
        {
            { Draft: { } draft } => Page(draft),
            { Objection: var objection } => new RazorComponentResult<NewMappingPage>(new
            {
                Feeds = await edit.Feeds(cancel), Objection = objection, Name = form["naam"].ToString(),
            }),
        };

    private static async Task<IResult> Edit(IFormCollection form, EditMappings edit, CancellationToken cancel) =>
        form["doen"].ToString() switch
        {
            "proberen" => Page(await edit.Try(form, cancel)),
            "bewaren" => await edit.Save(form, cancel) switch
            {
                // Answered by a redirect, so that refreshing the page saves nothing again.
                (_, { } said) => Results.Redirect($"{Root}/{form["naam"]}?bericht={said}"),
                var (draft, _) => Page(draft),
            },
            _ => Results.BadRequest(),
        };

    private static async Task<IResult> Show(
        string vertaling, string? bericht, ListMappings list, CancellationToken cancel) =>
        MappingName.TryParse(vertaling, out var name) && await list.Show(name, cancel) is { } view
            ? new RazorComponentResult<MappingPage>(new { View = view, Message = MessageOf(bericht) })
            : Results.NotFound();

    private static async Task<IResult> EditSaved(
        string vertaling, int? versie, ListMappings list, CancellationToken cancel) =>
        MappingName.TryParse(vertaling, out var name) && await list.Show(name, cancel) is { } view
        && view.Versions.FirstOrDefault(v => versie is null || v.Version == versie) is { } version
            ? Page(MappingDraft.Of(vertaling, version.Mapping))
            : Results.NotFound();

    private static async Task<IResult> Decide(
        string vertaling, [FromForm(Name = "besluit")] string decision, [FromForm(Name = "versie")] int? version,
        [AsParameters] MappingDeciders deciders, CancellationToken cancel)
    {
        if (!MappingName.TryParse(vertaling, out var name))
            return Results.NotFound();
        var actor = deciders.Viewer.Actor;
        return decision switch
        {
            "activeren" => await deciders.Activate.Execute(name, version, actor, cancel)
                is ActivateMapping.Outcome.Activated ? Told("actief") : Results.NotFound(),
            "buiten-gebruik" => await deciders.Retire.Execute(name, actor, cancel)
                ? Told("buiten-gebruik") : Results.NotFound(),
            _ => Results.BadRequest(),
        };

        IResult Told(string said) => Results.Redirect($"{Root}/{name}?bericht={said}");
    }

    private static RazorComponentResult<EditMappingPage> Page(MappingDraft draft) =>
        new(new { Given = (object)draft });

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    private static string? MessageOf(string? code) => code switch
    {
        "bewaard" => "De vertaling is bewaard als nieuwe versie. Zij werkt pas als u haar activeert.",
        "ongewijzigd" => "De nieuwste versie zegt dit al; er is niets bewaard.",
        "actief" => "Deze versie is actief: bestanden met deze naam gaan van nu af aan door de vertaling.",
        "buiten-gebruik" => "De vertaling is buiten gebruik. Haar versies blijven bewaard.",
        _ => null,
    };
}

/// <summary>What deciding about a mapping needs.</summary>
internal sealed record MappingDeciders(ActivateMapping Activate, RetireMapping Retire, ReadViewer Viewer);
