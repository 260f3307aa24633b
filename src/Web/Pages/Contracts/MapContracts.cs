using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Deliveries;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages on which a supplier finds what a file must be, and the files to begin with.</summary>
internal static class MapContracts
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapContractPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/leveringen/contracten", () => new RazorComponentResult<ContractsPage>())
            .WithMetadata(new FollowsFromFigures());
        app.MapGet("/leveringen/contracten/{naam}", (string naam) => With(
            naam, schema => new RazorComponentResult<ContractPage>(new { Schema = schema })))
            .WithMetadata(new FollowsFromFigures());
        app.MapContractFiles("/leveringen/contracten");
    }

    /// <summary>The files to begin with, below an address that lists the contracts.</summary>
    public static void MapContractFiles(this IEndpointRouteBuilder app, string root)
    {
        app.MapGet(root + "/{naam}/sjabloon.csv", (string naam) => With(
            naam, schema => Results.File(MakeTemplate.Csv(schema), "text/csv; charset=utf-8", $"{schema.Name}.csv")));
        app.MapGet(root + "/{naam}/sjabloon.xlsx", (string naam) => With(
            naam, schema => Results.File(MakeTemplate.Workbook(schema), Workbook, $"{schema.Name}.xlsx")));
        app.MapGet(root + "/{naam}/schema.json", (string naam) => With(
            naam, schema => Results.File(
                TableSchema.Open(schema.Name), "application/json", $"{schema.Name}.schema.json")));
    }

    public static IResult With(string name, Func<TableSchema, IResult> answer) =>
        TableSchema.All.FirstOrDefault(s => s.Name == name) is { } schema ? answer(schema) : Results.NotFound();
}
