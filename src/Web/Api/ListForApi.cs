using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Api;

/// <summary>The lists of the API: areas, categories and deliveries.</summary>
internal static class ListForApi
{
    public static async Task<IResult> Areas(
        [FromQuery(Name = "indelingsjaar")] int? year, CubeStore cubes, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var chosen = year ?? (cube.BoundaryYears is [.., var newest] ? newest : 0);
        return cube.Areas(chosen) is { } areas
            ? Results.Json(AreaList.Of(areas))
            : Results.Problem(
                statusCode: StatusCodes.Status404NotFound, title: "Niet gevonden",
                detail: year is null ? "Er zijn nog geen gebieden geladen."
                : $"De indeling van {year} is niet geladen.");
    }

    public static IResult Categories() => Results.Json(CategoryList.Of(DefaultCategories.Tree));

    public static async Task<IResult> Deliveries(
        [FromQuery(Name = "pagina")] int? page, [FromQuery(Name = "perPagina")] int? size, ListDeliveries list,
        CancellationToken cancel)
    {
        var (number, per) = (Math.Max(1, page ?? 1), Math.Clamp(size ?? 50, 1, 500));
        var all = await list.Execute(cancel);
        return Results.Json(new DeliveryList(
            all.Count, number, per, [.. all.Skip((number - 1) * per).Take(per).Select(DeliveryListItem.Of)]));
    }

    public static async Task<IResult> Delivery(long nummer, IssueReceipt receipts, CancellationToken cancel) =>
        await receipts.Execute(nummer, isRepeat: false, cancel) is { } receipt
            ? Results.Json(receipt)
            : Results.Problem(
                statusCode: StatusCodes.Status404NotFound, title: "Niet gevonden",
                detail: $"Er is geen levering met nummer {nummer}.");
}
