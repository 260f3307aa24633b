using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// What somebody gets when there is nothing there or something failed: never a stack, always what to do.
/// </summary>
internal static class ShowFailure
{
    public static ExceptionHandlerOptions Options(WebApplication app) => new()
    {
        ExceptionHandler = AnswerFailed,
        StatusCodeSelector = failure => failure.IsDatabaseTrouble() || failure is StorageAwayException
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError,
        // That the database or the storage is away is told once, not with each request that needed it.
        SuppressDiagnosticsCallback = failed => failed.Exception is StorageAwayException
            || failed.Exception.IsDatabaseTrouble()
            && !app.Services.GetRequiredService<ITenantCatalogue>().IsCurrent,
    };

    private static Task AnswerFailed(HttpContext http)
    {
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "10";
        return Write(http, http.Response.StatusCode);
    }

    public static Task AnswerEmpty(StatusCodeContext context) =>
        Write(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static Task Write(HttpContext http, int status)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Api.ApiProblem.Of(status, CodeOf(status), null, AdviceOf(status)).ExecuteAsync(http);
        if (http.Features.Get<AnsweringPart>()?.Part == SitePart.Supplier)
            return new RazorComponentResult<SupplierFailurePage>(
                new { Title = TitleOf(status), Advice = AdviceToSupplier(status) })
            {
                StatusCode = status,
            }.ExecuteAsync(http);
        return new RazorComponentResult<FailurePage>(new { Title = TitleOf(status), Advice = AdviceOf(status) })
        {
            StatusCode = status,
        }.ExecuteAsync(http);
    }

    private static string AdviceToSupplier(int status) => status switch
    {
        StatusCodes.Status404NotFound =>
            "Dit adres bestaat niet, of het hoort niet bij uw afspraken. Controleer het adres, of ga terug naar de "
            + "startpagina.",
        StatusCodes.Status403Forbidden =>
            "U bent aangemeld, maar niet als leverancier; uw poging is vastgelegd. Vraag uw contactpersoon bij de "
            + "gemeente om toegang.",
        StatusCodes.Status405MethodNotAllowed => "Ga terug naar de startpagina.",
        _ => AdviceOf(status),
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "request.not-found",
        StatusCodes.Status401Unauthorized => "access.not-signed-in",
        StatusCodes.Status403Forbidden => "access.refused",
        StatusCodes.Status429TooManyRequests => "request.too-many",
        StatusCodes.Status405MethodNotAllowed => "request.method-not-allowed",
        >= StatusCodes.Status500InternalServerError => "request.failed",
        _ => "request.unreadable",
    };

    internal static string TitleOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Deze pagina bestaat niet",
        StatusCodes.Status401Unauthorized => "U bent niet aangemeld",
        StatusCodes.Status403Forbidden => "U hebt hier geen toegang",
        StatusCodes.Status429TooManyRequests => "Te veel pogingen",
        StatusCodes.Status400BadRequest => "Deze vraag kan niet worden gelezen",
        StatusCodes.Status405MethodNotAllowed => "Dat kan hier niet",
        StatusCodes.Status409Conflict => "Dat kan met deze levering niet meer",
        StatusCodes.Status413PayloadTooLarge => "Het bestand is te groot",
        StatusCodes.Status422UnprocessableEntity => "Dit bestand kan zo niet worden aangeleverd",
        StatusCodes.Status503ServiceUnavailable => "De gegevens zijn even niet bereikbaar",
        _ => "Er ging iets mis",
    };

    private static string AdviceOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Controleer het adres, of ga terug naar het overzicht.",
        StatusCodes.Status401Unauthorized => "Meld u aan en probeer het opnieuw.",
        StatusCodes.Status403Forbidden =>
            "Uw rol geeft hier geen toegang toe; uw poging is vastgelegd. Vraag uw tenantbeheerder om een rol.",
        StatusCodes.Status429TooManyRequests => "Wacht een minuut en probeer het dan nog eens.",
        StatusCodes.Status400BadRequest => "Ga terug, ververs de pagina en probeer het nog eens.",
        StatusCodes.Status405MethodNotAllowed => "Ga terug naar het overzicht.",
        _ => "Probeer het over een minuut nog eens. Blijft het misgaan, meld het dan bij uw beheerder.",
    };
}
