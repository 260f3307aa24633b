using Twente.Igw.Figures;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Api;

/// <summary><c>/api/v1</c>: the same answers as the pages, for programs (NL API Design Rules).</summary>
internal static class MapApiVersion1
{
    private const string FullVersion = "1.0.0";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(async (call, next) =>
        {
            call.HttpContext.Response.Headers["API-Version"] = FullVersion;
            return await next(call);
        });
        api.MapGet("/cijfers", AnswerOverHttp.Figures).WithName("cijfers").WithMetadata(new FollowsFromFigures())
            .WithSummary("Aantallen en cijfers per 1.000 van alle gebieden van een niveau")
            .Produces<FigureAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/reeks", AnswerOverHttp.Series).WithName("reeks").WithMetadata(new FollowsFromFigures())
            .WithSummary("Aantallen per week van een gebied, met dezelfde weken van eerdere jaren")
            .Produces<SeriesAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/tijdstip", AnswerOverHttp.Moments).WithName("tijdstip").WithMetadata(new FollowsFromFigures())
            .WithSummary("Aantallen van een gebied naar weekdag en dagdeel")
            .Produces<MomentsAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/gebieden", ListForApi.Areas).WithName("gebieden").WithMetadata(new FollowsFromFigures())
            .WithSummary("Gemeente, wijken en buurten van een indelingsjaar")
            .Produces<AreaList>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/categorieen", ListForApi.Categories).WithName("categorieen").WithMetadata(new FollowsFromFigures())
            .WithSummary("Groepen, delicten en incidentcodes").Produces<CategoryList>();
        api.MapGet("/leveringen", ListForApi.Deliveries).WithName("leveringen")
            .WithSummary("Leveringen, de nieuwste eerst").Produces<DeliveryList>();
        api.MapGet("/leveringen/{nummer:long}", ListForApi.Delivery).WithName("levering")
            .WithSummary("Ontvangstbewijs van een levering")
            .Produces<Deliveries.Receipt>().ProducesProblem(StatusCodes.Status404NotFound);
        app.MapOpenApi("/api/{documentName}/openapi.json");
    }
}
