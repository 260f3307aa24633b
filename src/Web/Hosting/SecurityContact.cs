using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary><c>/.well-known/security.txt</c> (RFC 9116): where to report a weakness.</summary>
internal static class SecurityContact
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(180);

    public static IResult Answer(HttpContext http, IOptions<TenancyOptions> options, TimeProvider time) => Results.Text(
        $"""
        Contact: mailto:{options.Value.SecurityMail ?? $"security@{options.Value.Domain}"}
        Expires: {time.GetUtcNow().Date.Add(Valid):yyyy-MM-dd}T00:00:00.000Z
        Preferred-Languages: nl, en
        Canonical: https://{http.Request.Host}/.well-known/security.txt

        """, "text/plain; charset=utf-8");
}
