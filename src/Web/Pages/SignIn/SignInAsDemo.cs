using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Demo;

namespace Twente.Igw.Web.Pages;

/// <summary>Signs somebody in with a click, in a demo on one machine; everywhere else this does not exist.</summary>
internal static class SignInAsDemo
{
    public static async Task<IResult> Post(
        [FromForm(Name = "rol")] string word, [FromForm(Name = "terug")] string? terug, [AsParameters] Signers with,
        DataFolder data, IOptions<TenancyOptions> platform)
    {
        if (!DemoAccounts.AreOffered(data, platform.Value) || !RolePermissions.TryParse(word, out var role)
            || await with.SignIn.UserManager.FindByEmailAsync(DemoAccounts.MailOf(role)) is not { } user)
            return Results.NotFound();
        await with.SignIn.SignInAsync(user, isPersistent: false);
        return Results.Redirect(await with.Addresses.Read(with.Http, terug));
    }
}
