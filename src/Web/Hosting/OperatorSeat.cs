using System.Net;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>Whether somebody sits at this machine and asks for the operator's host; until there is sign-in.</summary>
internal static class OperatorSeat
{
    public static bool IsTakenBy(HttpContext http)
    {
        // A proxy on this machine would make everybody look as if they sat at it.
        var isForwarded = http.Request.Headers.ContainsKey("X-Forwarded-For")
            || http.Request.Headers.ContainsKey("Forwarded");
        return http.Features.Get<AnsweringPart>()?.Part == SitePart.Operator && !isForwarded
            && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);
    }
}
