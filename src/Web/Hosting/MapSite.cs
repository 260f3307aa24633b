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
        app.Map("/health/live", live => live.Run(http => Answer(http, StatusCodes.Status200OK, "ok")));
        app.Map("/health/ready", ready => ready.Run(Ready));
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

    private static async Task Ready(HttpContext http)
    {
        var catalogue = http.RequestServices.GetRequiredService<ITenantCatalogue>();
        try
        {
            await catalogue.List(http.RequestAborted);
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble())
        {
            await Answer(http, StatusCodes.Status503ServiceUnavailable, "database");
            return;
        }
        // Not ready also while figures are answered from memory: nothing new can be shown or taken in.
        await (catalogue.IsCurrent
            ? Answer(http, StatusCodes.Status200OK, "ok")
            : Answer(http, StatusCodes.Status503ServiceUnavailable, "database"));
    }

    private static Task Answer(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
