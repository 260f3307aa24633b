using Microsoft.AspNetCore.Http;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Reads the providers of gemeenten before somebody is sent to one or comes back from one. It stands before
/// authentication, which chooses the settings of a request once and keeps them until its end.
/// </summary>
public sealed class ReadFederations(RequestDelegate next, Federations known)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<AnsweringPart>()?.Part == SitePart.Identity
            && http.Request.Path.StartsWithSegments(FederatedSignIn.Path, StringComparison.Ordinal))
            await known.Load(http.RequestAborted);
        await next(http);
    }
}
