using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Api;

/// <summary>The lists of the API: areas, categories and deliveries.</summary>
internal static class ListForApi
{
    public const int MostPerPage = 500;

    private const int LastPage = 1_000_000;

    public static async Task<IResult> Areas(
        [FromQuery(Name = "indelingsjaar")] string? year, CubeStore cubes, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var newest = cube.BoundaryYears is [.., var last] ? last : 0;
        if (!Read(year, newest, 9999, out var chosen))
            return Unreadable("indelingsjaar", "een jaar zoals 2021");
        return cube.Areas(chosen) is { } areas
            ? Results.Json(AreaList.Of(areas))
            : ApiProblem.Of(
                StatusCodes.Status404NotFound, "areas.not-loaded", year is null ? null : "indelingsjaar",
                year is null ? "Er zijn nog geen gebieden geladen." : $"De indeling van {chosen} is niet geladen.");
    }

    /// <summary>The tenant's own list, as her figures are counted.</summary>
    public static async Task<IResult> Categories(CubeStore cubes, CancellationToken cancel) =>
        Results.Json(CategoryList.Of((await cubes.Current(cancel)).Tree));

    public static async Task<IResult> Deliveries(
        [FromQuery(Name = "pagina")] string? page, [FromQuery(Name = "perPagina")] string? size, ListDeliveries list,
        CancellationToken cancel)
    {
        if (!Read(page, 1, LastPage, out var number))
            return Unreadable("pagina", "een getal vanaf 1");
        if (!Read(size, 50, MostPerPage, out var per))
            return Unreadable("perPagina", $"een getal van 1 tot en met {MostPerPage}");
        var all = await list.Execute(cancel);
        return Results.Json(new DeliveryList(
            all.Count, number, per, [.. all.Skip((number - 1) * per).Take(per).Select(DeliveryListItem.Of)]));
    }

    public static async Task<IResult> Delivery(long nummer, IssueReceipt receipts, CancellationToken cancel) =>
        await receipts.Execute(nummer, isRepeat: false, cancel) is { } receipt
            ? Results.Json(receipt)
            : ApiProblem.Of(
                StatusCodes.Status404NotFound, "delivery.unknown", "nummer",
                $"Er is geen levering met nummer {nummer}.");

    /// <summary>Read here and not by the framework, whose refusal does not name the parameter.</summary>
    private static bool Read(string? text, int absent, int most, out int number)
    {
        number = absent;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number >= 1 && number <= most);
    }

    private static IResult Unreadable(string parameter, string expected) => ApiProblem.Of(
        StatusCodes.Status400BadRequest, "request.unreadable", parameter,
        $"Parameter {parameter} klopt niet. Verwacht: {expected}.");
}
