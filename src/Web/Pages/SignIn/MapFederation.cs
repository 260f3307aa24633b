using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Telemetry;

namespace Twente.Igw.Web.Pages;

/// <summary>The way to the provider of a gemeente and back, on the id host.</summary>
internal static class MapFederation
{
    public static void MapFederatedSignIn(this IEndpointRouteBuilder id)
    {
        var gemeente = id.MapGroup(FederatedSignIn.Path + "/{gemeente}");
        gemeente.MapGet("", Start).RequireRateLimiting(LimitSignIn.Policy);
        gemeente.MapGet("/klaar", Finish);
        gemeente.MapGet("/mislukt", Failed);
    }

    private static async Task<IResult> Start(
        string gemeente, string? terug, HttpContext http, [AsParameters] Federating with)
    {
        if (await with.Tenant(gemeente, http) is not { } tenant || !with.Known.Has(tenant.Id.Code))
            return Results.NotFound();
        var back = await with.Addresses.Read(http, terug);
        try
        {
            await http.ChallengeAsync(FederatedSignIn.Scheme, new AuthenticationProperties
            {
                RedirectUri = $"{FederatedSignIn.Path}/{gemeente}/klaar" + QueryString.Create("terug", back),
            });
            return Results.Empty;
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException
            || (failure is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            // Her provider did not say where to go: it is down, or not what was set.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page(back, $"De aanmelddienst van gemeente {tenant.Name} antwoordt nu niet. Probeer het over een "
                + "paar minuten opnieuw. Bent u ergens al aangemeld, dan kunt u daar gewoon doorwerken.");
        }
    }

    private static async Task<IResult> Finish(
        string gemeente, string? terug, HttpContext http, SignInFederated signIn, [AsParameters] Federating with)
    {
        if (await with.Tenant(gemeente, http) is { } tenant
            && await signIn.Execute(http, tenant.Id.Code, http.RequestAborted))
            return Results.Redirect(await with.Addresses.Read(http, terug));
        with.Count.SignInFailed("aanmelddienst");
        return Results.Redirect($"{FederatedSignIn.Path}/{gemeente}/mislukt");
    }

    private static async Task<IResult> Failed(string gemeente, HttpContext http, [AsParameters] Federating with) =>
        await with.Tenant(gemeente, http) is { } tenant
            ? Page(ReturnAddress.Home, $"Het aanmelden met uw account van gemeente {tenant.Name} is niet gelukt. "
                + "Probeer het opnieuw vanaf de site van uw gemeente, of vraag het uw tenantbeheerder.")
            : Results.NotFound();

    private static RazorComponentResult<SignInPage> Page(string back, string fault) =>
        new(new { Return = back, Faults = (string[])[fault] });
}

/// <summary>What signing in with a gemeente's own account needs.</summary>
internal sealed record Federating(
    Federations Known, ITenantCatalogue Tenants, ReturnAddress Addresses, CountEvents Count)
{
    public async Task<Tenant?> Tenant(string code, HttpContext http) =>
        TenantId.TryParse(code.ToUpperInvariant(), out var id) ? await Tenants.Find(id, http.RequestAborted) : null;
}
