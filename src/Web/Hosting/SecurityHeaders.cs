using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// Headers of every answer: the browser may load only what comes from this host, and nobody may frame it.
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy + FormsLeadTo(http);
            headers.XContentTypeOptions = "nosniff";
            // Says what the policy says already; the NL API Design Rules ask for both.
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            // What says nothing of itself is kept nowhere: not by the browser, and not on the way to it.
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            // Browsers ignore it without TLS, and the standard forbids to send it then (RFC 6797, 7.2).
            if (http.Request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>Signing out leads over the id host; on the id host signing in leads to the host that asked.</summary>
    private static string FormsLeadTo(HttpContext http)
    {
        var to = http.Features.Get<FormLeadsTo>()?.Origin;
        if (to is null && http.Features.Get<AnsweringPart>()?.Part is not (null or SitePart.Identity))
            to = http.RequestServices.GetRequiredService<SiteAddresses>().Issuer;
        return to is null ? "" : " " + to.GetLeftPart(UriPartial.Authority);
    }
}

/// <summary>The one other host that a form of this page may lead to.</summary>
internal sealed record FormLeadsTo(Uri Origin);
