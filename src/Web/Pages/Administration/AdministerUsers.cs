using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The people of a gemeente: who they are there, and inviting another.</summary>
internal static class AdministerUsers
{
    public static async Task<IResult> List(
        string? bericht, ListColleagues list, ICurrentTenant current, CancellationToken cancel) =>
        Page(await list.Execute(current.Tenant.Id, cancel), new InviteForm(), null, MessageOf(bericht));

    public static async Task<IResult> Invite(
        [FromForm] IFormCollection form, [AsParameters] Inviters with, CancellationToken cancel)
    {
        var (given, tenant) = (InviteForm.Of(form), with.Current.Tenant);
        if (given.Fault is { } fault)
            return await Again(given, fault, with, cancel);
        if (!given.Role.TryRead(tenant.Id, out var membership, out var wrong))
            return await Again(given, wrong, with, cancel);
        var outcome = await with.Invite.Execute(
            new NewInvitation { Mail = given.Mail, DisplayName = given.Name, Membership = membership },
            with.Viewer.Person, cancel);
        return outcome switch
        {
            InvitationOutcome.Refused(var sentence) => await Again(given, sentence, with, cancel),
            InvitationOutcome.HadAccount(_, var waits) =>
                Results.Redirect($"{MapAdministration.Users}?bericht={(waits ? "rol-wacht" : "rol-gegeven")}"),
            InvitationOutcome.Invited invited =>
                await with.Mail.Execute(new(given.Mail, given.Name, invited.Link, invited.Waits), tenant, cancel),
            _ => throw new InvalidOperationException("An invitation is made or refused."),
        };
    }

    private static RazorComponentResult<UsersPage> Page(
        IReadOnlyList<Colleague> colleagues, InviteForm form, string? fault, string? message) =>
        new(new { Colleagues = colleagues, Given = (object)form, Fault = fault, Message = message });

    private static async Task<IResult> Again(
        InviteForm given, string fault, Inviters with, CancellationToken cancel)
    {
        var page = Page(await with.List.Execute(with.Current.Tenant.Id, cancel), given, fault, null);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static string? MessageOf(string? code) => code switch
    {
        "rol-gegeven" => "Deze persoon kon al aanmelden bij dit platform en heeft nu ook deze rol.",
        "rol-wacht" => "Deze persoon kon al aanmelden bij dit platform. De rol geldt zodra een tweede persoon "
            + "haar goedkeurt.",
        "uitnodiging-ingetrokken" => "De uitnodiging is ingetrokken; de link werkt niet meer.",
        _ => null,
    };
}

/// <summary>What inviting needs.</summary>
internal sealed record Inviters(
    InviteUser Invite, ListColleagues List, MailLink Mail, ICurrentTenant Current, ReadViewer Viewer);

/// <summary>What stands in the form to invite somebody.</summary>
internal sealed record InviteForm
{
    private const int Longest = 100;

    public string Mail { get; init; } = "";

    public string Name { get; init; } = "";

    public RoleForm Role { get; init; } = new();

    public static InviteForm Of(IFormCollection form) => new()
    {
        Mail = form["mail"].ToString().Trim(), Name = form["naam"].ToString().Trim(), Role = RoleForm.Of(form),
    };

    public string? Fault =>
        !System.Net.Mail.MailAddress.TryCreate(Mail, out var read) || read.Address != Mail || Mail.Length > Longest
            ? $"Mailadres: '{Mail}' klopt niet. Het moet zijn: een adres zoals naam@gemeente.nl."
            : Name.Length is 0 or > Longest
                ? $"Naam of functie: '{Name}' klopt niet. Het moet zijn: 1 tot en met {Longest} tekens."
                : null;
}
