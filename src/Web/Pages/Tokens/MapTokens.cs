using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// The pages on which somebody makes and withdraws tokens for her own programs: one for figures, one for the processing
/// log.
/// </summary>
internal static class MapTokens
{
    public const string FiguresPath = "/account/koppeling";

    public const string LogPath = "/beheer/logboek/koppeling";

    public static void MapTokenPages(this IEndpointRouteBuilder app)
    {
        Map(app, FiguresPath, TokenUse.Figures);
        Map(app, LogPath, TokenUse.ProcessingLog);
    }

    private static void Map(IEndpointRouteBuilder app, string path, TokenUse use)
    {
        var group = app.MapGroup(path).Needs(use.Needs());
        group.MapGet("", async (string? bericht, [AsParameters] OwnTokens own, CancellationToken cancel) =>
            Page(await own.List(use, cancel), own, use, bericht));
        group.MapPost("", async (
            [FromForm(Name = "naam")] string name, [FromForm(Name = "tot")] DateOnly until,
            [AsParameters] OwnTokens own, CancellationToken cancel) =>
            await Make(new TokenForm(name, until), own, use, cancel));
        group.MapPost("/{koppeling:guid}/intrekken", async (
            Guid koppeling, [FromForm] IFormCollection _, [AsParameters] OwnTokens own, CancellationToken cancel) =>
            await own.Withdraw.Execute(own.User, own.At, koppeling, cancel)
                ? Results.Redirect($"{path}?bericht=ingetrokken") : Results.NotFound());
    }

    /// <summary>Answered at once and not by a redirect: the secret is kept nowhere to be shown later.</summary>
    private static async Task<IResult> Make(TokenForm form, OwnTokens own, TokenUse use, CancellationToken cancel)
    {
        var made = await own.Make.Execute(
            new NewToken { User = own.User, At = own.At, Use = use, Name = form.Name, Until = form.Until }, cancel);
        var page = Page(await own.List(use, cancel), own, use, null, made, form);
        page.StatusCode = made is TokenMade.Refused ? StatusCodes.Status422UnprocessableEntity : null;
        own.Http.Response.Headers.CacheControl = "no-store";
        return page;
    }

    private static RazorComponentResult<TokensPage> Page(
        IReadOnlyList<TokenLine> tokens, OwnTokens own, TokenUse use, string? message, TokenMade? made = null,
        TokenForm? form = null) => new(new
        {
            Use = use, Tokens = tokens, Message = message, Made = made,
            Given = (object)(form ?? new TokenForm("", own.Today.AddMonths(6))), own.Today,
        });
}

/// <summary>What stands in the form.</summary>
internal sealed record TokenForm(string Name, DateOnly Until);

/// <summary>Whose tokens, on this host: nobody else's can be named.</summary>
internal sealed record OwnTokens(
    HttpContext Http, MakePersonalToken Make, ListPersonalTokens Lister, WithdrawPersonalToken Withdraw,
    ICurrentTenant Current)
{
    public Guid User => Http.Features.GetRequiredFeature<Visitor>().User;

    public string At => Current.Tenant.Id.Code;

    public DateOnly Today => DateOnly.FromDateTime(
        Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    public Task<IReadOnlyList<TokenLine>> List(TokenUse use, CancellationToken cancel) =>
        Lister.Execute(User, At, use, cancel);
}
