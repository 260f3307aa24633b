using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// What a cluster asks of a process. None of the answers looks at a tenant's database, so that one gemeente's trouble
/// never takes a process away from the others.
/// </summary>
internal static class ProcessHealth
{
    /// <summary>
    /// <c>live</c>: it runs. <c>ready</c>: what is new can be shown and taken in. <c>answers</c>: it can show
    /// something, if need be from memory; a cluster keeps sending visitors to it, as the figures stay readable while
    /// the database is away.
    /// </summary>
    public static void MapHealth(this IApplicationBuilder app)
    {
        app.Map("/health/live", live => live.Run(http => Answer(http, isWell: true)));
        app.Map("/health/ready", ready => ready.Run(async http =>
            await Answer(http, await HasCatalogue(http) && Catalogue(http).IsCurrent)));
        app.Map("/health/answers", answers => answers.Run(async http => await Answer(http, await HasCatalogue(http))));
    }

    private static ITenantCatalogue Catalogue(HttpContext http) =>
        http.RequestServices.GetRequiredService<ITenantCatalogue>();

    private static async Task<bool> HasCatalogue(HttpContext http)
    {
        try
        {
            await Catalogue(http).List(http.RequestAborted);
            return true;
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble())
        {
            return false;
        }
    }

    private static Task Answer(HttpContext http, bool isWell)
    {
        http.Response.StatusCode = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(isWell ? "ok" : "database", http.RequestAborted);
    }
}
