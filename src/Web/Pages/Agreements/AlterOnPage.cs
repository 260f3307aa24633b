using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>A person's decision about an agreement, posted from its page.</summary>
internal static class AlterOnPage
{
    public static async Task<IResult> Post(
        Guid afspraak, [FromForm] IFormCollection form, [AsParameters] AgreementDeciders deciders,
        CancellationToken cancel)
    {
        var (given, decision) = (AgreementForm.Of(form), form["besluit"].ToString());
        var request = new AgreementRequest
        {
            Tenant = deciders.Current.Tenant.Id, Id = afspraak, Given = given.Values, Reason = given.Reason,
            Version = int.TryParse(
                form["versie"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null,
        };
        AgreementOutcome? outcome = decision switch
        {
            "bevestigen" => await deciders.Confirm.Execute(request, deciders.Viewer.Actor, cancel),
            "wijzigen" => await deciders.Change.Execute(request, deciders.Viewer.Actor, cancel),
            "beeindigen" => await deciders.End.Execute(request, deciders.Viewer.Actor, cancel),
            _ => null,
        };
        return outcome switch
        {
            null => Results.BadRequest(),
            AgreementOutcome.Unknown => Results.NotFound(),
            AgreementOutcome.Refused refused => await Again(
                afspraak, given with { Objections = refused.Objections, IsEnding = decision == "beeindigen" },
                deciders, cancel),
            // Answered by a redirect, so that refreshing the page decides nothing again.
            _ => Results.Redirect($"/leveringen/afspraken/{afspraak}?bericht={Code(outcome)}"),
        };
    }

    public static RazorComponentResult<AgreementPage> Page(
        AgreementView agreement, AgreementForm form, string? message) =>
        new(new { Agreement = agreement, Given = (object)form, Message = message });

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    public static string? MessageOf(string? code) => code switch
    {
        "vastgelegd" => "Uw besluit is vastgelegd. Wat er stond, vindt u onderaan terug.",
        "onveranderd" => "De afspraak zei dit al; er is niets veranderd.",
        "achterhaald" => "Iemand anders wijzigde deze afspraak net. Bekijk haar eerst; er is niets veranderd.",
        _ => null,
    };

    /// <summary>The same page with what was given and what is wrong with it.</summary>
    private static async Task<IResult> Again(
        Guid id, AgreementForm form, AgreementDeciders deciders, CancellationToken cancel)
    {
        if (await deciders.Show.Execute(deciders.Current.Tenant.Id, id, cancel) is not { } agreement)
            return Results.NotFound();
        var page = Page(agreement, form, null);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static string Code(AgreementOutcome outcome) => outcome switch
    {
        AgreementOutcome.Altered => "vastgelegd",
        AgreementOutcome.Unchanged => "onveranderd",
        _ => "achterhaald",
    };
}

/// <summary>What deciding about an agreement needs.</summary>
internal sealed record AgreementDeciders(
    ConfirmAgreement Confirm, ChangeAgreement Change, EndAgreement End, ShowAgreement Show, ICurrentTenant Current,
    ReadViewer Viewer);

/// <summary>What stands in the forms of an agreement's page.</summary>
internal sealed record AgreementForm(IReadOnlyDictionary<string, string> Values, string Reason)
{
    public IReadOnlyList<TermObjection> Objections { get; init; } = [];

    /// <summary>Whether it was the form that ends an agreement.</summary>
    public bool IsEnding { get; init; }

    public static AgreementForm Of(AgreementView agreement) => new(
        AllTerms.List.ToDictionary(t => t.Key, t => t.Write(agreement.Terms), StringComparer.Ordinal), "");

    public static AgreementForm Of(IFormCollection form) => new(
        AllTerms.List.Where(t => form.ContainsKey(t.Key))
            .ToDictionary(t => t.Key, t => form[t.Key].ToString(), StringComparer.Ordinal),
        form["reden"].ToString());

    public bool IsWrong(string key) => Objections.Any(o => o.Key == key);
}
