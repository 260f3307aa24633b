using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Telemetry;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// How somebody signs in, set by herself on the id host: passkeys and recovery codes. What changes something asks that
/// she proved a moment ago who she is.
/// </summary>
internal static class MapOwnSecurity
{
    public const string Path = "/beveiliging";

    private static readonly string[] NoPasskey =
    [
        "Aanmelden met deze toegangssleutel is niet gelukt. Probeer het opnieuw, of gebruik uw wachtwoord en code.",
    ];

    public static void MapOwnSecurityPages(this IEndpointRouteBuilder id)
    {
        id.MapGet(Path, Show);
        id.MapPost(Path + "/toegangssleutels/vraag", AskForNew).WithMetadata(new RequireAntiforgeryTokenAttribute());
        id.MapPost(Path + "/toegangssleutels", Add);
        id.MapPost(Path + "/toegangssleutels/naam", Rename);
        id.MapPost(Path + "/toegangssleutels/weg", Remove);
        id.MapPost(Path + "/herstelcodes", Renew).WithMetadata(new RequireAntiforgeryTokenAttribute());
        id.MapPost("/aanmelden/toegangssleutel/vraag", AskForSignIn)
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireRateLimiting(LimitSignIn.Policy);
        id.MapPost("/aanmelden/toegangssleutel", SignIn).RequireRateLimiting(LimitSignIn.Policy);
    }

    private static async Task<IResult> Show(string? bericht, [AsParameters] OwnAccount own, ListPasskeys list) =>
        await own.Read() is { } somebody ? await Page(somebody, own, list, bericht, []) : OwnAccount.SignIn();

    private static async Task<IResult> AskForNew([AsParameters] OwnAccount own, AddPasskey add) =>
        await own.ReadProven() is { } user
            ? Results.Content(await add.Ask(user), "application/json") : Results.StatusCode(403);

    private static async Task<IResult> Add(
        [FromForm(Name = "sleutel")] string credential, [FromForm(Name = "naam")] string name,
        [AsParameters] OwnAccount own, AddPasskey add, ListPasskeys list, CancellationToken cancel) =>
        await own.ReadProven() is { } user
            ? await After(await add.Execute(user, credential, name, cancel), "toegevoegd", own, list)
            : OwnAccount.SignIn();

    private static async Task<IResult> Rename(
        [FromForm(Name = "sleutel")] string id, [FromForm(Name = "naam")] string name,
        [AsParameters] OwnAccount own, NamePasskey rename, ListPasskeys list) =>
        await own.ReadProven() is { } user
            ? await After(await rename.Execute(user, id, name), "hernoemd", own, list)
            : OwnAccount.SignIn();

    private static async Task<IResult> Remove(
        [FromForm(Name = "sleutel")] string id, [AsParameters] OwnAccount own, RemovePasskey remove,
        ListPasskeys list, CancellationToken cancel) =>
        await own.ReadProven() is { } user
            ? await After(await remove.Execute(user, id, cancel), "weg", own, list)
            : OwnAccount.SignIn();

    private static async Task<IResult> Renew(
        [AsParameters] OwnAccount own, RenewRecoveryCodes renew, CancellationToken cancel) =>
        await own.ReadProven() is { } user
            ? new RazorComponentResult<RecoveryCodesPage>(new { Codes = await renew.Execute(user, cancel) })
            : OwnAccount.SignIn();

    private static async Task<IResult> AskForSignIn(SignInWithPasskey signIn) =>
        Results.Content(await signIn.Ask(), "application/json");

    private static async Task<IResult> SignIn(
        [FromForm(Name = "sleutel")] string credential, [FromForm(Name = "terug")] string? terug, HttpContext http,
        SignInWithPasskey signIn, ReturnAddress addresses, CountEvents count)
    {
        var back = await addresses.Read(http, terug);
        if (await signIn.Execute(credential))
            return Results.Redirect(back);
        count.SignInFailed("toegangssleutel");
        return new RazorComponentResult<SignInPage>(new { Return = back, Faults = NoPasskey });
    }

    private static async Task<IResult> After(
        PasskeyOutcome outcome, string done, OwnAccount own, ListPasskeys list) => outcome switch
        {
            PasskeyOutcome.Done => Results.Redirect($"{Path}?bericht={done}"),
            PasskeyOutcome.Refused { Sentence: var sentence } when await own.Read() is { } somebody =>
                await Page(somebody, own, list, null, [sentence]),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> Page(
        OwnUser somebody, OwnAccount own, ListPasskeys list, string? message, string[] faults) =>
        new RazorComponentResult<OwnSecurityPage>(new
        {
            Owner = (object)somebody, Passkeys = await list.Execute(somebody.User), Message = message, Faults = faults,
            CodesLeft = await own.Users.CountRecoveryCodesAsync(somebody.User),
        });
}

/// <summary>Who is signed in on the id host.</summary>
/// <param name="User">Her account.</param>
/// <param name="IsProven">Whether she proved a moment ago that it is hers.</param>
internal sealed record OwnUser(User User, bool IsProven);

/// <summary>Reads whose account it is; on the id host nobody else's can be named.</summary>
internal sealed record OwnAccount(HttpContext Http, UserManager<User> Users, TimeProvider Time)
{
    /// <summary>After so long somebody else may sit at her desk.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    public static IResult SignIn() =>
        Results.Redirect("/aanmelden" + QueryString.Create("terug", MapOwnSecurity.Path));

    public async Task<OwnUser?> Read()
    {
        var known = await Http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (known.Principal is not { } somebody || SignedIn.UserOf(somebody) is not { } id
            || await Users.FindByIdAsync(id.ToString()) is not { IsDisabled: false } user)
            return null;
        return new OwnUser(
            user, SignedIn.Since(known.Properties) is { } since && Time.GetUtcNow() - since < Moment);
    }

    /// <summary>Who may change how she signs in; null for who proved it too long ago or signs in elsewhere.</summary>
    public async Task<User?> ReadProven() =>
        await Read() is { IsProven: true, User: { Federation.Length: 0 } user } ? user : null;
}
