using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Telemetry;

namespace Twente.Igw.Web.Pages;

/// <summary>How one signs in and out: a form on the id host, and on each host the way there and back.</summary>
internal static class MapSignIn
{
    /// <summary>The same whether the account exists, is shut or the password is wrong: nobody learns which.</summary>
    private static readonly string[] WrongPassword =
    [
        "Dit adres en wachtwoord horen niet bij elkaar, of er is te vaak geprobeerd. Controleer ze, of wacht een "
        + "kwartier.",
    ];

    private static readonly string[] WrongCode = ["Deze code klopt niet of is al gebruikt."];

    public static void MapSignInPages(this IEndpointRouteBuilder app)
    {
        var id = app.MapGroup("").On(SitePart.Identity).ForAnybody();
        id.MapProvider();
        id.MapFederatedSignIn();
        id.MapOwnSecurityPages();
        id.MapNewPasswordPages();
        id.MapGet("/", Start);
        id.MapGet("/aanmelden", Ask);
        id.MapPost("/aanmelden", SignIn).RequireRateLimiting(LimitSignIn.Policy);
        id.MapPost("/aanmelden/demo", SignInAsDemo.Post).RequireRateLimiting(LimitSignIn.Policy);
        id.MapGet("/aanmelden/code", AskForCode);
        id.MapPost("/aanmelden/code", SecondStep).RequireRateLimiting(LimitSignIn.Policy);
        id.MapGet(InviteUser.Path + "/{geheim}", Invited).RequireRateLimiting(LimitSignIn.Policy);
        id.MapPost(InviteUser.Path + "/{geheim}", Accept).RequireRateLimiting(LimitSignIn.Policy);
        app.MapPost("/afmelden", Leave).ForAnybody().On(Enum.GetValues<SitePart>());
    }

    /// <summary>
    /// The button stands on pages that are kept for a while, and a token may not: the browser's own word that the form
    /// is of this host will do as well.
    /// </summary>
    private static async Task<IResult> Leave(
        HttpContext http, EndSessions end, EnsureClient clients, IAntiforgery forms)
    {
        if (http.Request.Headers["Sec-Fetch-Site"] != "same-origin" && !await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        // What she saw on this host leaves the browser with her.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return http.Features.GetRequiredFeature<AnsweringPart>().Part == SitePart.Identity
            ? await SignOutOfAll(http, end)
            : await SignOutOfSite(http, clients);
    }

    private static async Task<IResult> Start(HttpContext http, FindSites sites, CancellationToken cancel)
    {
        var known = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return known.Principal is { } somebody && SignedIn.UserOf(somebody) is { } user
            ? new RazorComponentResult<StartPage>(new { Sites = await sites.Of(user, cancel) })
            : Results.Redirect("/aanmelden");
    }

    private static async Task<IResult> Ask(
        HttpContext http, string? terug, ReturnAddress addresses, Federations federations)
    {
        var back = await addresses.Read(http, terug);
        var asking = await addresses.Asking(back, http.RequestAborted);
        return new RazorComponentResult<SignInPage>(
            new { Return = back, Gemeente = asking is not null && federations.Has(asking.Id.Code) ? asking : null });
    }

    private static async Task<IResult> AskForCode(HttpContext http, string? terug, ReturnAddress addresses) =>
        new RazorComponentResult<SecondStepPage>(new { Return = await addresses.Read(http, terug) });

    private static async Task<IResult> SignIn(
        [FromForm(Name = "mail")] string mail, [FromForm(Name = "wachtwoord")] string password,
        [FromForm(Name = "terug")] string? terug, CheckPassword check, [AsParameters] Signers with)
    {
        var back = await with.Addresses.Read(with.Http, terug);
        if (await check.Execute(mail, password))
            return Results.Redirect("/aanmelden/code" + QueryString.Create("terug", back));
        with.Count.SignInFailed("wachtwoord");
        return new RazorComponentResult<SignInPage>(new
        {
            Return = back, Mail = mail,
            Faults = WrongPassword,
        });
    }

    private static async Task<IResult> SecondStep(
        [FromForm(Name = "code")] string code, [FromForm(Name = "terug")] string? terug, [AsParameters] Signers with)
    {
        var (back, plain) =
            (await with.Addresses.Read(with.Http, terug), code.Replace(" ", "", StringComparison.Ordinal));
        var result = plain.Length == 6
            ? await with.SignIn.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false)
            : await with.SignIn.TwoFactorRecoveryCodeSignInAsync(plain);
        if (result.Succeeded)
            return Results.Redirect(back);
        with.Count.SignInFailed("code");
        return new RazorComponentResult<SecondStepPage>(new { Return = back, Faults = WrongCode });
    }

    private static async Task<IResult> Invited(string geheim, AcceptInvitation accept, CancellationToken cancel) =>
        await accept.Look(geheim, cancel) is { } invitation
            ? new RazorComponentResult<InvitationPage>(
                new { Invitation = invitation, Address = $"{InviteUser.Path}/{geheim}" })
            : Results.NotFound();

    private static async Task<IResult> Accept(
        string geheim, [FromForm(Name = "wachtwoord")] string password, [FromForm(Name = "code")] string code,
        [AsParameters] Acceptors with, CancellationToken cancel) =>
        await with.Accept.Execute(geheim, password, code, cancel) switch
        {
            AcceptanceOutcome.Accepted accepted => new RazorComponentResult<AcceptedPage>(
                new { Codes = accepted.RecoveryCodes, Sites = await with.Sites.Of(accepted.User, cancel) }),
            AcceptanceOutcome.Refused { Sentences: var faults } => new RazorComponentResult<InvitationPage>(new
            {
                Invitation = (await with.Accept.Look(geheim, cancel))!, Address = $"{InviteUser.Path}/{geheim}",
                Faults = faults,
            }),
            _ => Results.NotFound(),
        };

    /// <summary>On a gemeente's host: out here, and at the provider, and so on every host of this sign-in.</summary>
    private static async Task<IResult> SignOutOfSite(HttpContext http, EnsureClient clients)
    {
        await clients.Of(http);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [SiteSignIn.Cookie, SiteSignIn.OpenId]);
    }

    private static async Task<IResult> SignOutOfAll(HttpContext http, EndSessions end)
    {
        var known = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (known.Principal is { } somebody && SignedIn.SignInOf(somebody) is { } signIn)
            await end.OfSignIn(signIn, http.RequestAborted);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.Redirect("/aanmelden");
    }
}

/// <summary>What signing in needs.</summary>
internal sealed record Signers(
    HttpContext Http, SignInManager<User> SignIn, ReturnAddress Addresses, CountEvents Count);

/// <summary>What accepting an invitation needs.</summary>
internal sealed record Acceptors(AcceptInvitation Accept, FindSites Sites);
