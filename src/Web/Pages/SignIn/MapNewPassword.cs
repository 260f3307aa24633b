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
        [AsParameters] PasswordResetters with) =>
        await with.Reset.Look(account, secret) ? Page(account, secret, []) : Gone(with.Send);

    private static async Task<IResult> Choose(
        [FromRoute(Name = "gebruiker")] Guid account, [FromRoute(Name = "geheim")] string secret,
        [FromForm(Name = "wachtwoord")] string password, [FromForm(Name = "code")] string code,
        [AsParameters] PasswordResetters with, CancellationToken cancel) =>
        await with.Reset.Execute(account, secret, password, code, cancel) switch
        {
            ResetPassword.Outcome.Changed => new RazorComponentResult<PasswordChangedPage>(),
            ResetPassword.Outcome.Refused(var faults) => Page(account, secret, faults),
            _ => Gone(with.Send),
        };

    private static RazorComponentResult<ForgottenPasswordPage> Form(SendPasswordLinks send, bool asked) =>
        new(new { CanMail = send.IsOn, IsAsked = asked });

    /// <summary>With a way on: a link that is too old is no dead end.</summary>
    private static RazorComponentResult<ForgottenPasswordPage> Gone(SendPasswordLinks send) =>
        new(new { CanMail = send.IsOn, IsTooOld = true }) { StatusCode = StatusCodes.Status404NotFound };

    private static RazorComponentResult<NewPasswordPage> Page(
        Guid account, string secret, IReadOnlyList<string> faults) =>
        new(new { Address = $"{MakePasswordLink.Path}/{account}/{secret}", Faults = faults })
        {
            StatusCode = faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}

/// <summary>What choosing a new password needs.</summary>
internal sealed record PasswordResetters(ResetPassword Reset, SendPasswordLinks Send);
