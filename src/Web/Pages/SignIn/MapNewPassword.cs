using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>For who forgot her password: a link by mail, and by that link and her second step a new one.</summary>
internal static class MapNewPassword
{
    public static void MapNewPasswordPages(this IEndpointRouteBuilder id)
    {
        const string link = MakePasswordLink.Path + "/{gebruiker:guid}/{geheim}";
        id.MapGet(MakePasswordLink.Path, (SendPasswordLinks send) => Form(send, asked: false));
        id.MapPost(MakePasswordLink.Path, Ask).RequireRateLimiting(LimitSignIn.Policy);
        id.MapGet(link, Look).RequireRateLimiting(LimitSignIn.Policy);
        id.MapPost(link, Choose).RequireRateLimiting(LimitSignIn.Policy);
    }

    private static RazorComponentResult<ForgottenPasswordPage> Ask(
        [FromForm(Name = "mail")] string mail, SendPasswordLinks send)
    {
        if (send.IsOn)
            send.Ask(mail.Trim());
        return Form(send, asked: send.IsOn);
    }

    private static async Task<IResult> Look(
        [FromRoute(Name = "gebruiker")] Guid account, [FromRoute(Name = "geheim")] string secret,
        ResetPassword reset) =>
        await reset.Look(account, secret) ? Page(account, secret, []) : Gone();

    private static async Task<IResult> Choose(
        [FromRoute(Name = "gebruiker")] Guid account, [FromRoute(Name = "geheim")] string secret,
        [FromForm(Name = "wachtwoord")] string password, [FromForm(Name = "code")] string code, ResetPassword reset,
        CancellationToken cancel) =>
        await reset.Execute(account, secret, password, code, cancel) switch
        {
            ResetPassword.Outcome.Changed => new RazorComponentResult<PasswordChangedPage>(),
            ResetPassword.Outcome.Refused(var faults) => Page(account, secret, faults),
            _ => Gone(),
        };

    private static RazorComponentResult<ForgottenPasswordPage> Form(SendPasswordLinks send, bool asked) =>
        new(new { CanMail = send.IsOn, IsAsked = asked });

    /// <summary>With a way on: a link that is too old is no dead end.</summary>
    private static RazorComponentResult<ForgottenPasswordPage> Gone() =>
        new(new { CanMail = true, IsTooOld = true }) { StatusCode = StatusCodes.Status404NotFound };

    private static RazorComponentResult<NewPasswordPage> Page(
        Guid account, string secret, IReadOnlyList<string> faults) =>
        new(new { Address = $"{MakePasswordLink.Path}/{account}/{secret}", Faults = faults })
        {
            StatusCode = faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
