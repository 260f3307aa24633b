using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Access;

/// <summary>
/// Asks before every answer whether this visitor may have it: on this host, with the roles she has there. Who is not
/// signed in is sent to sign in; who may not is refused, on the record.
/// </summary>
internal sealed class RequireAccess(
    RequestDelegate next, FindPermissions permissions, FindSuppliers suppliers, EnsureClient clients, ReadToken tokens)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // What is no route is the framework's own answer, such as that a method is not allowed.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(http);
            return;
        }
        if (endpoint.Metadata.GetMetadata<AccessDecision>() is not { } decision)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var takes = endpoint.Metadata.GetMetadata<TakesToken>();
        var visitor = takes is not null && ReadToken.Secret(http.Request) is { } secret
            ? await tokens.Visitor(http, secret, takes.Use) : await VisitorOf(http);
        if (visitor is not null)
            http.Features.Set(visitor);
        if (decision.Needs is not { } needed || visitor?.May(needed) == true)
            await next(http);
        else if (visitor is null && takes is not null)
            ReadToken.Challenge(http);
        else if (visitor is null)
            await Challenge(http);
        else if (http.Request.Path == "/" && SiteMenu.For(visitor) is [var first, ..])
            // Where one arrives after signing in; who has no figures begins with what she has.
            http.Response.Redirect(first.Address);
        else
            await Refuse(http, needed);
    }

    private static readonly HashSet<Permission> OfPrograms = [Permission.Deliver];

    private async Task<Visitor?> VisitorOf(HttpContext http)
    {
        var atSuppliers = http.Features.Get<AnsweringPart>()?.Part == SitePart.Supplier;
        // Who brings a token is that program or nobody: no cookie helps it along.
        if (atSuppliers && IsApi(http) && ReadProgramToken.IsBrought(http.Request))
            return await ReadProgramToken.Execute(http) is { } program
                ? new Visitor(Guid.Empty, program.Id, OfPrograms)
                {
                    Program = program.Id, Suppliers = new HashSet<string>([program.Supplier], StringComparer.Ordinal),
                }
                : null;
        if (http.User.Identity?.IsAuthenticated != true || SignedIn.UserOf(http.User) is not { } user)
            return null;
        var host = HostOfRequest.Of(http);
        return new Visitor(
            user, SignedIn.NameOf(http.User), await permissions.At(user, host.Client, http.RequestAborted))
        {
            Roles = await permissions.RolesAt(user, host.Client, http.RequestAborted),
            Suppliers = atSuppliers ? await suppliers.Of(user, http.RequestAborted) : Visitor.Nobody,
        };
    }

    private static bool IsApi(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private async Task Challenge(HttpContext http)
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) && !IsApi(http);
        if (!isPage)
        {
            if (IsApi(http) && http.Features.Get<AnsweringPart>()?.Part == SitePart.Supplier)
                http.Response.Headers.WWWAuthenticate = "Bearer";
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await clients.Of(http);
        await http.ChallengeAsync(SiteSignIn.OpenId);
    }

    /// <summary>Who tries what she may not is on the record before she is told.</summary>
    private static async Task Refuse(HttpContext http, Permission needed)
    {
        var visitor = http.Features.GetRequiredFeature<Visitor>();
        var what = new AuditEvent("access.refused", $"{needed} · {http.Request.Path.Value}", "geweigerd");
        var actor = new Actor(visitor.Pseudonym, visitor.Origin);
        if (http.RequestServices.GetRequiredService<ICurrentTenant>().IsResolved)
        {
            await using var change =
                await http.RequestServices.GetRequiredService<TenantChanges>().Begin(http.RequestAborted);
            change.Record(what, actor);
            await change.Commit(http.RequestAborted);
        }
        else
        {
            await using var change =
                await http.RequestServices.GetRequiredService<CatalogueChanges>().Begin(http.RequestAborted);
            change.Record(what, actor);
            await change.Commit(http.RequestAborted);
        }
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

/// <summary>Makes sure that this host is a client of the provider: a gemeente may just have been added.</summary>
internal sealed class EnsureClient(KeyRing keys, RegisterClients register)
{
    public async Task Of(HttpContext http)
    {
        var client = HostOfRequest.Of(http).Client;
        if (keys.Knows(client))
            return;
        var current = http.RequestServices.GetRequiredService<ICurrentTenant>();
        await register.Execute(current.IsResolved ? [current.Tenant] : [], http.RequestAborted);
    }
}
