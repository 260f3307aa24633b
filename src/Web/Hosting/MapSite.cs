using Microsoft.AspNetCore.Antiforgery;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Api;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Hosting;

/// <summary>What answers where: health on any address, everything else by host name.</summary>
internal static class MapSite
{
    private static readonly SitePart[] Everywhere = Enum.GetValues<SitePart>();

    public static void MapPlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        // Before the host is looked at: a probe asks by address, and the answer says nothing of any tenant.
        app.MapHealth();
        app.UseMiddleware<ResolveTenantByHost>();
        app.UseExceptionHandler(ShowFailure.Options(app));
        app.UseStatusCodePages(ShowFailure.AnswerEmpty);
        app.UseApiRules();
        app.UseRouting();
        // Before anything costs something: also who is nobody may not keep a gemeente busy.
        app.UseMiddleware<LimitRequests>();
        app.UseMiddleware<ReadFederations>();
        app.UseAuthentication();
        app.UseMiddleware<RequireAccess>();
        app.UseRateLimiter();
        app.UseMiddleware<RecordLooks>();
        app.UseMiddleware<RememberAnswers>();
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);
        app.MapStaticAssets().On(Everywhere).ForAnybody();
        app.MapGet("/.well-known/security.txt", SecurityContact.Answer).On(Everywhere).ForAnybody();
        app.MapJobsDashboard();
        app.MapSignInPages();
        app.MapApi();
        app.MapSupplierApi();
        app.MapRegionApi();
        app.MapStorageHints();
        app.MapPages();
    }

    /// <summary>The framework checks a form's token but leaves it to whoever reads the form to act on it.</summary>
    private static Task RefuseForgedForms(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
