using Microsoft.AspNetCore.Http.HttpResults;

namespace Twente.Igw.Web.Pages;

/// <summary>The same specification and templates as on the host of a gemeente, for who delivers.</summary>
internal static class MapSpecifications
{
    public static void MapSpecification(this IEndpointRouteBuilder suppliers)
    {
        suppliers.MapGet("/specificatie", () => new RazorComponentResult<SpecificationsPage>());
        suppliers.MapGet("/specificatie/{naam}", (string naam) => MapContracts.With(
            naam, schema => new RazorComponentResult<SpecificationPage>(new { Schema = schema })));
        suppliers.MapContractFiles("/specificatie");
    }
}
