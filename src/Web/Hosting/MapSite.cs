using Twente.Igw.Tenancy;
using Twente.Igw.Web.Api;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Hosting;

/// <summary>What answers where: health on any address, everything else by host name.</summary>
internal static class MapSite
{
    public static void MapPlatform(this WebApplication app)
    {
        app.UseSecurityHeaders();
        // Before the host is looked at: a probe asks by address, and the answer says nothing of any tenant.
        app.Map("/health/live", live => live.Run(http => Answer(http, StatusCodes.Status200OK, "ok")));
        app.Map("/health/ready", ready => ready.Run(Ready));
        app.UseMiddleware<ResolveTenantByHost>();
        app.UseExceptionHandler(ShowFailure.Options(app));
        app.UseStatusCodePages(ShowFailure.AnswerEmpty);
        app.UseApiRules();
        app.UseRouting();
        app.Use(OnItsOwnHostOnly);
        app.UseMiddleware<RememberAnswers>();
        app.UseAntiforgery();
        app.MapStaticAssets().WithMetadata(new AnswersWithoutTenant());
        app.MapGet("/.well-known/security.txt", SecurityContact.Answer).WithMetadata(new AnswersWithoutTenant());
        app.MapJobsDashboard();
        app.MapApi();
        app.MapPages();
    }

    /// <summary>
    /// Pages and figures of a gemeente exist on her own host and nowhere else, unless marked otherwise.
    /// </summary>
    private static Task OnItsOwnHostOnly(HttpContext http, RequestDelegate next)
    {
        var marks = http.GetEndpoint()?.Metadata;
        var home = marks?.GetMetadata<AnswersOnOperatorHost>() is null ? SitePart.Tenant : SitePart.Operator;
        if (marks?.GetMetadata<AnswersWithoutTenant>() is not null
            || http.Features.Get<AnsweringPart>()?.Part == home)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
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
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}

/// <summary>Marks an endpoint that is the same on every host of the platform and knows no gemeente.</summary>
internal sealed class AnswersWithoutTenant;
