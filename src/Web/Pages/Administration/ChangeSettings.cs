using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>Terms and limits of a gemeente: what holds, and asking for something else.</summary>
internal static class ChangeSettings
{
    public static async Task<IResult> Show([AsParameters] Settings with, CancellationToken cancel) =>
        await Page(null, null, with, cancel);

    public static async Task<IResult> Post(
        [FromForm] IFormCollection form, [AsParameters] Settings with, CancellationToken cancel)
    {
        var (why, by) = (form["reden"].ToString(), with.Viewer.Person);
        RequestOutcome? outcome;
        try
        {
            outcome = form["onderdeel"].ToString() switch
            {
                "bewaartermijnen" => await with.Retention.Execute(
                    new Keeping(Number(form, "quarantaine"), Number(form, "detail")), why, by, cancel),
                "grenzen" => await with.Limits.Execute(
                    new Limits(
                        Number(form, "weken"), Number(form, "halveren"), Number(form, "factor"),
                        Number(form, "stilte")),
                    why, by, cancel),
                _ => null,
            };
        }
        catch (FormatException wrong)
        {
            outcome = new RequestOutcome.Refused(wrong.Message);
        }
        return outcome switch
        {
            null => Results.BadRequest(),
            RequestOutcome.Refused(var sentence) => await Again(sentence, form, with, cancel),
            RequestOutcome.Unchanged => await Again("Dit geldt al; er is niets te veranderen.", form, with, cancel),
            _ => Results.Redirect($"{MapAdministration.Changes}?bericht=gevraagd"),
        };
    }

    private static int Number(IFormCollection form, string key) =>
        int.TryParse(form[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{form[key]}' klopt niet. Het moet zijn: een geheel getal.");

    private static async Task<IResult> Again(
        string fault, IFormCollection form, Settings with, CancellationToken cancel)
    {
        var page = await Page(fault, form, with, cancel);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static async Task<RazorComponentResult<SettingsPage>> Page(
        string? fault, IFormCollection? given, Settings with, CancellationToken cancel) =>
        new(new
        {
            (await with.Plan.Execute(cancel)).Keeping, Limits = await with.Shown.Execute(cancel), Fault = fault,
            Given = given?.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal)
                ?? new Dictionary<string, string>(StringComparer.Ordinal),
        });
}

/// <summary>What showing and asking for settings needs.</summary>
internal sealed record Settings(
    PlanRetention Plan, ShowLimits Shown, SetRetention Retention, SetLimits Limits, ReadViewer Viewer);
