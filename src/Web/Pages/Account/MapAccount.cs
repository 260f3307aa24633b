using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>Somebody's own account at a gemeente: what she is there, and where she is signed in.</summary>
internal static class MapAccount
{
    public const string Path = "/account";

    public static void MapAccountPages(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("").Needs(Permission.OwnAccount);
        own.MapGet(Path, Show);
        own.MapPost(Path + "/elders-afmelden", SignOutElsewhere)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(
        HttpContext http, string? bericht, ListColleagues people, ListTickets tickets, ICurrentTenant current)
    {
        var (visitor, tenant) = (http.Features.GetRequiredFeature<Visitor>(), current.Tenant.Id);
        var (here, elsewhere) = await tickets.Execute(
            visitor.User, HostOfRequest.Of(http).Client, http.RequestAborted);
        var me = (await people.Execute(tenant, http.RequestAborted)).Single(c => c.Id == visitor.User);
        return new RazorComponentResult<AccountPage>(new
        {
            Me = me, Tickets = here, Elsewhere = elsewhere, SignIn = SignedIn.SignInOf(http.User),
            Message = bericht == "afgemeld" ? "U bent overal elders afgemeld, binnen een halve minuut." : null,
        });
    }

    private static async Task<IResult> SignOutElsewhere(HttpContext http, EndSessions end)
    {
        var visitor = http.Features.GetRequiredFeature<Visitor>();
        if (SignedIn.SignInOf(http.User) is not { } signIn)
            return Results.BadRequest();
        await end.OthersOf(visitor.User, signIn, http.RequestAborted);
        return Results.Redirect(Path + "?bericht=afgemeld");
    }
}
