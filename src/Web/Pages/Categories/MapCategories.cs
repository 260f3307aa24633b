using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The page on which a gemeente changes the categories of the product into her own.</summary>
internal static class MapCategories
{
    public const string Root = "/beheer/categorieen";

    public static void MapCategoryPages(this IEndpointRouteBuilder site)
    {
        var app = site.MapGroup("").Needs(Permission.ManageSettings);
        app.MapGet(Root, Show);
        app.MapPost(Root, Decide);
    }

    private static async Task<IResult> Show(
        [FromQuery(Name = "categorie")] string? code, string? bericht, CategoryStore store, TimeProvider time,
        CancellationToken cancel)
    {
        var (book, today) = (await store.Book(cancel), time.DutchToday());
        var form = CategoryForm.New(today);
        if (code is not null)
        {
            if (!CategoryCode.TryParse(code, out var asked)
                || book.TreeOn(today).Find(asked) is not { Kind: CategoryKind.Class } chosen)
                return Results.NotFound();
            form = form.For(chosen);
        }
        return Page(book, today, form with { Message = MessageOf(bericht) });
    }

    private static async Task<IResult> Decide(
        [FromForm] IFormCollection form, [AsParameters] CategoryDeciders deciders, CancellationToken cancel)
    {
        var today = deciders.Time.DutchToday();
        var given = CategoryForm.Of(form, today);
        if (!CategoryForm.Decisions.Contains(given.Decision))
            return Results.BadRequest();
        var outcome = given.Objection is { } unreadable
            ? new CategoryOutcome.Refused("categories.unreadable", unreadable)
            : await Alter(given, deciders, cancel);
        var objection = outcome switch
        {
            CategoryOutcome.Refused { Sentence: var sentence } => sentence,
            _ => null,
        };
        if (objection is not null)
            return Page(await deciders.Store.Book(cancel), today, given with { Objection = objection });
        if (outcome is CategoryOutcome.Asked)
            return Results.Redirect($"{MapAdministration.Changes}?bericht=gevraagd");
        // Answered by a redirect, so that refreshing the page changes nothing again.
        var said = outcome is CategoryOutcome.Altered ? "vastgelegd" : "onveranderd";
        return Results.Redirect($"{Root}?bericht={said}");
    }

    private static Task<CategoryOutcome> Alter(
        CategoryForm given, CategoryDeciders deciders, CancellationToken cancel)
    {
        var actor = deciders.Viewer.Actor;
        return given.Decision switch
        {
            "toevoegen" => deciders.Add.Execute(given.Request, actor, cancel),
            "wijzigen" => deciders.Change.Execute(given.Request, actor, cancel),
            "beeindigen" => deciders.End.Execute(given.Code!.Value, given.From, given.Reason, actor, cancel),
            "verwijderen" => deciders.Remove.Execute(given.Code!.Value, given.Reason, actor, cancel),
            "gevoeligheid" => deciders.Sensitivity.Execute(
                given.Code!.Value, given.Sensitivity, given.Reason, deciders.Viewer.Person, cancel),
            "groep" => deciders.Group.Execute(
                given.Code!.Value, given.Title, given.From, given.Reason, actor, cancel),
            "trendbreuk" => deciders.Break.Execute(
                new BreakRequest
                {
                    Code = given.Code, From = given.From, Until = given.Until, Text = given.Title,
                    Reason = given.Reason,
                },
                actor, cancel),
            _ => deciders.Undo.Execute(given.Seen, given.Reason, deciders.Viewer.Person, cancel),
        };
    }

    private static RazorComponentResult<CategoriesPage> Page(CategoryBook book, DateOnly today, CategoryForm form) =>
        new(new { Book = book, Today = today, Given = (object)form })
        {
            StatusCode = form.Objection is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    private static string? MessageOf(string? code) => code switch
    {
        "vastgelegd" => "Uw wijziging is vastgelegd. Leveringen en cijfers volgen haar vanaf de gekozen dag. Een "
            + "geweigerde levering kunt u opnieuw laten controleren.",
        "onveranderd" => "Dit stond er al zo; er is niets veranderd.",
        _ => null,
    };
}

/// <summary>What deciding about categories needs.</summary>
internal sealed record CategoryDeciders
{
    public required AddCategory Add { get; init; }

    public required ChangeCategory Change { get; init; }

    public required EndCategory End { get; init; }

    public required RemoveCategory Remove { get; init; }

    public required SetSensitivity Sensitivity { get; init; }

    public required NameGroup Group { get; init; }

    public required AddBreak Break { get; init; }

    public required UndoCategoryChange Undo { get; init; }

    public required CategoryStore Store { get; init; }

    public required ReadViewer Viewer { get; init; }

    public required TimeProvider Time { get; init; }
}
