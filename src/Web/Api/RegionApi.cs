using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Twente.Igw.Identity;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Api;

/// <summary>The region's comparison for programs: the same answer as the page.</summary>
internal static class RegionApi
{
    public const string Comparison = MapApiVersion1.Root + "/regio/vergelijking";

    public static void MapRegionApi(this IEndpointRouteBuilder app)
    {
        app.MapGet(Comparison, Compare).On(SitePart.Region).Needs(Permission.ReadRegion)
            .WithName("vergelijking").WithTags("regio")
            .WithSummary("De gemeenten van de regio naast elkaar, van een categorie en periode")
            .Produces<ComparisonAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet(MapApiVersion1.Root + "/openapi.json", Describe).On(SitePart.Region).ForAnybody()
            .ExcludeFromDescription();
    }

    private static async Task<IResult> Compare(
        HttpContext http, [AsParameters] ComparisonParameters asked, ReadComparison read, CancellationToken cancel)
    {
        var (answer, refused) = await read.Answer(asked, cancel);
        if (answer is null)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, refused!.Code, null, refused.Sentence);
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"regio-{answer.Version}\"");
        return Results.Json(ComparisonAnswer.Of(answer));
    }

    private static async Task<IResult> Describe(
        [FromKeyedServices(DescribeRegionApi.Document)] IOpenApiDocumentProvider provider, CancellationToken cancel)
    {
        var document = await provider.GetOpenApiDocumentAsync(cancel);
        return Results.Text(
            await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancel), "application/json");
    }
}

/// <summary>A comparison as the API writes it.</summary>
internal sealed record ComparisonAnswer(
    string Categorie, string Titel, string Periode, int Modelafspraak, long Versie, string Bescherming,
    ComparisonTotal? Samen, IReadOnlyList<ComparisonLine> Rijen)
{
    public static ComparisonAnswer Of(RegionalAnswer answer) => new(
        answer.Category.Code, answer.Category.Title, answer.Question.Period.ToString(), answer.Model.Version,
        answer.Version, RegionText.Protected,
        answer.Total is { } total
            ? new ComparisonTotal(total.Count, Rounded(total.Per1000), total.Names) : null,
        [.. answer.Rows.Select(Line)]);

    private static ComparisonLine Line(RegionalRow row) => new(row.Member.Code, row.Member.Name)
    {
        Aantal = row.Count, Noemer = row.Exposure, Per1000 = Rounded(row.Per1000),
        Onder = Rounded(row.Interval?.Lower), Boven = Rounded(row.Interval?.Upper), JaarEerder = row.Earlier,
        MetJaarEerder = row.Since, MetAndereGemeenten = row.AgainstOthers,
        Stand = row.State == RowState.Shown ? "getoond" : RegionText.Of(row.State),
        Gepubliceerd = row.Note?.PublishedAt, Duiding = row.Note?.Shown,
    };

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 2) : null;
}

/// <summary>Those with a figure together.</summary>
internal sealed record ComparisonTotal(long Aantal, double? Per1000, IReadOnlyList<string> Deelnemers);

/// <summary>A gemeente in it; what is not known is null.</summary>
internal sealed record ComparisonLine(string Gemeente, string Naam)
{
    public int? Aantal { get; init; }

    public int? Noemer { get; init; }

    public double? Per1000 { get; init; }

    public double? Onder { get; init; }

    public double? Boven { get; init; }

    public int? JaarEerder { get; init; }

    public string? MetJaarEerder { get; init; }

    public string? MetAndereGemeenten { get; init; }

    public required string Stand { get; init; }

    public DateTime? Gepubliceerd { get; init; }

    public string? Duiding { get; init; }
}
