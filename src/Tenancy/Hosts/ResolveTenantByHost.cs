using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Decides by the host name, before anything else runs, which part of the site answers and for which tenant. What is
/// not a host of this platform gets a 404 that says nothing.
/// </summary>
public sealed class ResolveTenantByHost(
    RequestDelegate next, ITenantCatalogue catalogue, DatabaseEngine engine, IOptions<TenancyOptions> options)
{
    public async Task InvokeAsync(HttpContext http, ICurrentTenant current)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(current);
        var site = SiteHost.Read(http.Request.Host.Host, options.Value.Domain);
        var tenant = site.Part == SitePart.Tenant ? await catalogue.FindByHost(site.Label, http.RequestAborted) : null;
        if (site.Part == SitePart.Unknown || (site.Part == SitePart.Tenant && tenant is null))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (tenant?.IsOlderThan(engine.TenantSchema) == true)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "60";
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(
                "De gegevens van deze gemeente worden bijgewerkt; probeer het over een minuut opnieuw.",
                http.RequestAborted);
            return;
        }
        if (tenant is not null)
            current.Set(tenant);
        http.Features.Set(new AnsweringPart(site.Part));
        await next(http);
    }
}

/// <summary>The part of the site that answers this request.</summary>
public sealed record AnsweringPart(SitePart Part);
