using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Api;

/// <summary><c>/api/v1</c>: the same answers as the pages, for programs (NL API Design Rules).</summary>
internal static class MapApiVersion1
{
    /// <summary>Whoever reads the API by machine sees from it what changed (semantic versioning).</summary>
    public const string FullVersion = "1.2.0";

    public const string Root = "/api/v1";

    /// <summary>
    /// What holds for every address below <see cref="Root"/>: each answer says its version, also a refusal and one from
    /// memory, and no address ends in a slash.
    /// </summary>
    public static void UseApiRules(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal))
            return next(http);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["API-Version"] = FullVersion;
            return Task.CompletedTask;
        });
        if (!http.Request.Path.Value!.EndsWith('/'))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root);
        MapFigures(api.MapGroup("").Needs(Permission.ReadFigures));
        MapLists(api.MapGroup("").Needs(Permission.ReadFigures));
        MapDeliveries(api.MapGroup("").Needs(Permission.ReadDeliveries));
        api.MapUploadGrants();
        MapRevisions(api.MapGroup("").Needs(Permission.ReadExactFigures));
        api.MapExtracts();
        app.MapOpenApi("/api/{documentName}/openapi.json").ForAnybody();
    }

    private static void MapFigures(RouteGroupBuilder api)
    {
        api.MapGet("/cijfers", AnswerOverHttp.Figures).WithName("cijfers").WithTags("cijfers")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Aantallen en cijfers per 1.000 van alle gebieden van een niveau")
            .Produces<FigureAnswer>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/reeks", AnswerOverHttp.Series).WithName("reeks").WithTags("cijfers")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Aantallen per week van een gebied, met dezelfde weken van eerdere jaren")
            .Produces<SeriesAnswer>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/tijdstip", AnswerOverHttp.Moments).WithName("tijdstip").WithTags("cijfers")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Aantallen van een gebied naar weekdag en dagdeel")
            .Produces<MomentsAnswer>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/kengetallen/{kengetal}", KeyFiguresOverHttp.One).WithName("kengetal").WithTags("cijfers")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Een kengetal van alle gebieden van een niveau")
            .Produces<KeyFigureAnswer>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapLists(RouteGroupBuilder api)
    {
        api.MapGet("/gebieden", ListForApi.Areas).WithName("gebieden").WithTags("lijsten")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Gemeente, wijken en buurten van een indelingsjaar")
            .Produces<AreaList>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/categorieen", ListForApi.Categories).WithName("categorieen").WithTags("lijsten")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Groepen, delicten en incidentcodes").Produces<CategoryList>();
        api.MapGet("/kengetallen", KeyFiguresOverHttp.List).WithName("kengetallen").WithTags("lijsten")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Kengetallen van de gemeente, en van welke perioden er iets is")
            .Produces<KeyFigureListing>();
    }

    private static void MapDeliveries(RouteGroupBuilder api)
    {
        api.MapGet("/leveringen", ListForApi.Deliveries).WithName("leveringen").WithTags("leveringen")
            .WithSummary("Leveringen, de nieuwste eerst").Produces<DeliveryList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/leveringsstand", FeedList.Get).WithName("leveringsstand").WithTags("leveringen")
            .WithSummary("Per afspraak of de leveringen komen zoals verwacht").Produces<FeedList>();
        api.MapGet("/leveringen/{nummer:long}", ListForApi.Delivery).WithName("levering").WithTags("leveringen")
            .WithSummary("Ontvangstbewijs van een levering")
            .Produces<Deliveries.Receipt>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapRevisions(RouteGroupBuilder api)
    {
        api.MapGet("/leveringen/{nummer:long}/verschil", RevisionsOverHttp.Revision)
            .WithName("verschil").WithTags("leveringen").WithMetadata(new FollowsFromFigures())
            .WithSummary("Wat een levering veranderde, per week, categorie en buurt")
            .Produces<RevisionAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/aanvulling", RevisionsOverHttp.Delay).WithName("aanvulling").WithTags("leveringen")
            .WithMetadata(new FollowsFromFigures())
            .WithSummary("Welk deel na 1, 2, 4 en 13 weken bekend was, per categorie").Produces<DelayAnswer>();
    }
}
