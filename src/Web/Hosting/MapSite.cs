using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>What answers where: health on any address, everything else by host name.</summary>
internal static class MapSite
{
    public static void MapPlatform(this WebApplication app)
    {
        // Before the host is looked at: a probe asks by address, and the answer says nothing of any tenant.
        app.Map("/health/live", live => live.Run(http => Answer(http, StatusCodes.Status200OK, "ok")));
        app.Map("/health/ready", ready => ready.Run(Ready));
        app.UseMiddleware<ResolveTenantByHost>();
    }

    private static async Task Ready(HttpContext http)
    {
        try
        {
            await http.RequestServices.GetRequiredService<ITenantCatalogue>().List(http.RequestAborted);
            await Answer(http, StatusCodes.Status200OK, "ok");
        }
        catch (System.Data.Common.DbException)
        {
            await Answer(http, StatusCodes.Status503ServiceUnavailable, "database");
        }
    }

    private static Task Answer(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
