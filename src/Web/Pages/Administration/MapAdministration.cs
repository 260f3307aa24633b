using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>Where a gemeente looks after her people and settings, and a second person approves.</summary>
internal static class MapAdministration
{
    public const string Users = "/beheer/gebruikers";
    public const string Changes = "/beheer/goedkeuringen";
    public const string Settings = "/beheer/instellingen";

    public static void MapAdministrationPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/beheer", (HttpContext http) => Results.Redirect(
            SiteMenu.AdministrationFor(http.Features.GetRequiredFeature<Visitor>())[0].Address))
            .Needs(Permission.FollowChanges);
        var people = app.MapGroup("").Needs(Permission.ManageUsers);
        people.MapGet(Users, AdministerUsers.List);
        people.MapPost(Users, AdministerUsers.Invite);
        people.MapGet(Users + "/{gebruiker:guid}", AdministerUser.Show);
        people.MapPost(Users + "/{gebruiker:guid}", AdministerUser.Post);
        app.MapGet(Changes, DecideOnChanges.List).Needs(Permission.FollowChanges);
        app.MapPost(Changes + "/{aanvraag:guid}", DecideOnChanges.Post).Needs(Permission.Approve);
        // Nothing stands in its form but whose it is, so that the framework would ask for no token by itself.
        app.MapPost(Changes + "/{aanvraag:guid}/intrekken", DecideOnChanges.TakeBack)
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).Needs(Permission.FollowChanges);
        var settings = app.MapGroup("").Needs(Permission.ManageSettings);
        settings.MapGet(Settings, ChangeSettings.Show);
        settings.MapPost(Settings, ChangeSettings.Post);
    }
}
