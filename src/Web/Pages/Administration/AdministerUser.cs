using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>Decisions about one person's access at the gemeente, posted from her page.</summary>
internal static class AdministerUser
{
    public static async Task<IResult> Show(
        Guid gebruiker, string? bericht, ListColleagues list, ICurrentTenant current, CancellationToken cancel) =>
        await Find(list, current, gebruiker, cancel) is { } colleague
            ? Page(colleague, new RoleForm(), null, MessageOf(bericht))
            : Results.NotFound();

    public static async Task<IResult> Post(
        Guid gebruiker, [FromForm] IFormCollection form, [AsParameters] Administrators with,
        [AsParameters] AccessDeciders decide, CancellationToken cancel)
    {
        if (await Find(with.List, with.Current, gebruiker, cancel) is not { } colleague)
            return Results.NotFound();
        var decision = form["besluit"].ToString();
        if (decision == "geven")
            return await Give(colleague, RoleForm.Of(form), with, cancel);
        if (decision == "opnieuw-uitnodigen")
            return await InviteAgain(colleague, with, cancel);
        return await decide.Execute(with.Current.Tenant.Id, colleague, form, with.Viewer.Person, cancel) switch
        {
            null => Results.BadRequest(),
            AccessOutcome.Done when decision == "uitnodiging-intrekken" =>
                Results.Redirect($"{MapAdministration.Users}?bericht=uitnodiging-ingetrokken"),
            // Answered by a redirect, so that refreshing the page decides nothing again.
            AccessOutcome.Done => Back(gebruiker, decision),
            AccessOutcome.Refused(var sentence) => Again(colleague, new RoleForm(), sentence),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> Give(
        Colleague colleague, RoleForm given, Administrators with, CancellationToken cancel)
    {
        if (!given.TryRead(with.Current.Tenant.Id, out var membership, out var wrong))
            return Again(colleague, given, wrong);
        return await with.Grant.Execute(
            colleague.Id, membership, new(given.Purpose), with.Viewer.Person, cancel) switch
        {
            GrantOutcome.Given => Back(colleague.Id, "geven"),
            GrantOutcome.Asked => Back(colleague.Id, "gevraagd"),
            GrantOutcome.Refused(var sentence) => Again(colleague, given, sentence),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> InviteAgain(
        Colleague colleague, Administrators with, CancellationToken cancel)
    {
        var tenant = with.Current.Tenant;
        return await with.Again.Execute(tenant.Id, colleague.Id, with.Viewer.Person, cancel) switch
        {
            Identity.InviteAgain.Outcome.Invited(var mail, var name, var link) =>
                await with.Mail.Execute(new(mail, name, link, false), tenant, cancel),
            Identity.InviteAgain.Outcome.Refused(var sentence) => Again(colleague, new RoleForm(), sentence),
            _ => Results.NotFound(),
        };
    }

    private static async Task<Colleague?> Find(
        ListColleagues list, ICurrentTenant current, Guid user, CancellationToken cancel) =>
        (await list.Execute(current.Tenant.Id, cancel)).FirstOrDefault(c => c.Id == user);

    private static IResult Back(Guid user, string code) =>
        Results.Redirect($"{MapAdministration.Users}/{user}?bericht={code}");

    private static RazorComponentResult<UserPage> Page(
        Colleague colleague, RoleForm form, string? fault, string? message) =>
        new(new { Colleague = colleague, Given = (object)form, Fault = fault, Message = message });

    private static RazorComponentResult<UserPage> Again(Colleague colleague, RoleForm form, string fault)
    {
        var page = Page(colleague, form, fault, null);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    private static string? MessageOf(string? code) => code switch
    {
        "geven" => "De rol is gegeven.",
        "gevraagd" => "De rol is gevraagd. Zij geldt zodra een tweede persoon haar goedkeurt.",
        "beeindigen" => "De rol is beëindigd. Een uur lang kunt u haar hieronder terugzetten.",
        "terugzetten" => "De rol geldt weer.",
        "stopzetten" => "De toegang is stopgezet en deze gebruiker is afgemeld, binnen een halve minuut overal.",
        "teruggeven" => "De toegang is teruggegeven.",
        "afmelden" => "Deze gebruiker is bij deze gemeente afgemeld, binnen een halve minuut overal.",
        _ => null,
    };
}

/// <summary>What looking after a person needs.</summary>
internal sealed record Administrators(
    ListColleagues List, GrantRole Grant, InviteAgain Again, MailLink Mail, ICurrentTenant Current,
    ReadViewer Viewer);
