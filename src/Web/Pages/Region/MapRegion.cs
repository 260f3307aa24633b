using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>The host of the region: gemeenten side by side, who is late, the agreement, texts to take over.</summary>
internal static class MapRegion
{
    public const string Board = "/stand";
    public const string Agreement = "/modelafspraak";
    public const string Texts = "/teksten";

    private const string Reminded =
        "De herinnering is genoteerd en gaat per mail naar de contactadressen van de gemeente, als zij die heeft.";

    /// <summary>The forms in which a comparison can be taken along.</summary>
    public static readonly IReadOnlyList<string> Exports = ["csv", "xlsx", "pdf"];

    /// <summary>Where a comparison is as a file.</summary>
    /// <param name="question">What it is of.</param>
    /// <param name="kind">One of <see cref="Exports"/>.</param>
    /// <param name="own">On a gemeente's own host rather than the region's.</param>
    public static string ExportOf(RegionalQuestion question, string kind, bool own) =>
        $"{(own ? MapPublishing.Root : "")}/vergelijking.{kind}?categorie={question.Category}&periode={question.Period}"
        + (question.Order == RegionalOrder.Inhabitants ? "&volgorde=inwoners" : "");

    public static void MapRegionPages(this IEndpointRouteBuilder app)
    {
        var readers = app.MapGroup("").On(SitePart.Region).Needs(Permission.ReadRegion);
        readers.MapGet("/", Comparison);
        readers.MapGet(Board, ShowBoard);
        readers.MapGet(Agreement, ShowAgreement);
        readers.MapGet(Texts, ShowTexts);
        foreach (var kind in Exports)
            readers.MapGet($"/vergelijking.{kind}", (
                [AsParameters] ComparisonParameters asked, ExportComparison export, RecordRegion record,
                CancellationToken cancel) => export.Execute(kind, asked, record.Export, cancel));
        var coordinators = app.MapGroup("").On(SitePart.Region).Needs(Permission.CoordinateRegion);
        coordinators.MapPost(Board, Remind);
        coordinators.MapPost(Agreement, Decide);
        coordinators.MapPost(Texts, Keep);
    }

    private static async Task<IResult> Comparison(
        [AsParameters] ComparisonParameters asked, ReadComparison read, CancellationToken cancel)
    {
        var view = await read.Execute(asked, own: null, cancel);
        return new RazorComponentResult<ComparisonPage>(new { Given = (object)view })
        {
            StatusCode = view.Refused is { } refused && refused.Code != "region.no-agreement"
                ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    private static async Task<IResult> ShowBoard(
        string? bericht, ReadRegion read, TimeProvider time, CancellationToken cancel) =>
        BoardPage(
            await read.Execute(cancel), time,
            bericht == "herinnerd" ? Reminded : null);

    private static async Task<IResult> Remind(
        [FromForm] IFormCollection form, [AsParameters] RegionDeciders with, CancellationToken cancel)
    {
        if (!ReportingPeriod.TryParse(form["maand"], out var month))
            return Results.BadRequest();
        var municipality = form["gemeente"].ToString();
        await with.Record.Asked("region.reminded", $"{municipality} over {month}", cancel);
        var refused = await with.Reminders.Execute(municipality, month, with.Record.Actor.Name, cancel);
        return refused is null
            ? Results.Redirect($"{Board}?bericht=herinnerd")
            : BoardPage(await with.Read.Execute(cancel), with.Time, null, refused.Sentence);
    }

    private static RazorComponentResult<RegionBoardPage> BoardPage(
        Twente.Igw.Regional.Region region, TimeProvider time, string? message, string? objection = null) =>
        new(new { Region = region, Today = time.DutchToday(), Message = message, Objection = objection })
        {
            StatusCode = objection is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static async Task<IResult> ShowAgreement(
        string? bericht, [AsParameters] RegionDeciders with, CancellationToken cancel)
    {
        var region = await with.Read.Execute(cancel);
        var known = await with.Known(cancel);
        return AgreementPage(region, ModelForm.Of(region.Model, known, with.Time.DutchToday()) with
        {
            Message = bericht == "vastgelegd"
                ? "De nieuwe versie is vastgelegd. Elke gemeente neemt haar zelf aan." : null,
        }, known);
    }

    private static async Task<IResult> Decide(
        [FromForm] IFormCollection form, [AsParameters] RegionDeciders with, CancellationToken cancel)
    {
        var given = ModelForm.Of(form);
        var (wish, refused) = given.Read(with.Record.Actor.Name);
        if (wish is not null)
            await with.Record.Asked("region.model-decided", $"modelafspraak vanaf {wish.From}", cancel);
        refused = wish is null ? refused : await with.Decide.Execute(wish, cancel);
        if (refused is null)
            return Results.Redirect($"{Agreement}?bericht=vastgelegd");
        return AgreementPage(
            await with.Read.Execute(cancel), given with { Objection = refused.Sentence }, await with.Known(cancel));
    }

    private static RazorComponentResult<RegionAgreementPage> AgreementPage(
        Twente.Igw.Regional.Region region, ModelForm form, IReadOnlyList<(string Code, string Name)> known) =>
        new(new
        {
            Region = region,
            Given = (object)(form with
            {
                Known = known,
                Offered = [.. DefaultModel.Categories(DefaultCategories.Tree)],
            }),
        })
        {
            StatusCode = form.Objection is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static async Task<IResult> ShowTexts(string? bericht, ReadRegion read, CancellationToken cancel) =>
        new RazorComponentResult<RegionTextsPage>(new
        {
            (await read.Execute(cancel)).Texts,
            Message = bericht switch
            {
                "bewaard" => "De tekst is bewaard.",
                "weg" => "De tekst is weggehaald.",
                _ => null,
            },
        });

    private static async Task<IResult> Keep(
        [FromForm] IFormCollection form, [AsParameters] RegionDeciders with, CancellationToken cancel)
    {
        if (Guid.TryParse(form["weg"], out var id))
        {
            await with.Record.Asked("region.text-removed", "tekst om over te nemen", cancel);
            return await with.Texts.Remove(id, cancel) ? Results.Redirect($"{Texts}?bericht=weg") : Results.NotFound();
        }
        var (title, text) = (form["titel"].ToString(), form["tekst"].ToString());
        await with.Record.Asked("region.text-added", "tekst om over te nemen", cancel);
        if (await with.Texts.Add(title, text, with.Record.Actor.Name, cancel) is not { } refused)
            return Results.Redirect($"{Texts}?bericht=bewaard");
        return new RazorComponentResult<RegionTextsPage>(new
        {
            (await with.Read.Execute(cancel)).Texts, Title = title, Written = text, Objection = refused.Sentence,
        })
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }
}

/// <summary>What deciding about the region needs.</summary>
internal sealed record RegionDeciders(
    ReadRegion Read, DecideModel Decide, RemindMunicipality Reminders, KeepTexts Texts, RecordRegion Record,
    AreaRegistry Areas, ITenantCatalogue Tenants, TimeProvider Time)
{
    /// <summary>The gemeenten on this platform, by name: those that can be of the region.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> Known(CancellationToken cancel)
    {
        var known = new List<(string, string)>();
        foreach (var tenant in (await Tenants.List(cancel)).OrderBy(t => t.Name, StringComparer.Ordinal))
            if (await Areas.IsKnown(AreaCode.Parse(tenant.Id.Code), cancel))
                known.Add((tenant.Id.Code, tenant.Name));
        return known;
    }
}

/// <summary>Puts on the platform's record what is done on the region's host; first, or it is not done.</summary>
internal sealed class RecordRegion(CatalogueChanges changes, IHttpContextAccessor http)
{
    public Actor Actor => http.HttpContext?.Features.Get<Visitor>() is { } visitor
        ? new Actor(visitor.Pseudonym, visitor.Origin)
        : throw new InvalidOperationException("Nobody is signed in: this endpoint is marked as anybody's.");

    public Task Export(string name, CancellationToken cancel) =>
        Record(new AuditEvent("figures.exported", $"{name} · ring Publicatie"), cancel);

    /// <summary>That something was asked for: it is done after this, or refused.</summary>
    public Task Asked(string name, string subject, CancellationToken cancel) =>
        Record(new AuditEvent(name, subject, "gevraagd"), cancel);

    private async Task Record(AuditEvent what, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        change.Record(what, Actor);
        await change.Commit(cancel);
    }
}
