using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Api;

/// <summary>What the OpenAPI document on the region's host says.</summary>
internal static class DescribeRegionApi
{
    /// <summary>Name of the document.</summary>
    public const string Document = "regio";

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["categorie"] = "Code van een categorie uit de modelafspraak, zoals vermogen of 1.1.1",
        ["periode"] = "Een maand (2025-03), een kwartaal (2025-K1) of een jaar (2025)",
        ["volgorde"] = "naam of inwoners",
    };

    /// <summary>Whether an endpoint is one of this host.</summary>
    public static bool IsOfRegion(IEnumerable<object> metadata) =>
        metadata.OfType<AnswersOn>().Any(on => on.Parts.Contains(SitePart.Region) && on.Parts.Count == 1);

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = endpoint => IsOfRegion(endpoint.ActionDescriptor.EndpointMetadata)
            && $"/{endpoint.RelativePath}" == RegionApi.Comparison;
        options.AddOperationTransformer((operation, _, _) => Describe(operation));
        options.AddDocumentTransformer((document, context, _) => Describe(document, context));
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var platform = context.ApplicationServices.GetRequiredService<IOptions<TenancyOptions>>().Value;
        document.Info = new OpenApiInfo
        {
            Title = "Twente IGW, regio", Version = MapApiVersion1.FullVersion,
            Description = $"Gemeenten naast elkaar, alleen wat zij zelf vrijgaven. {Pages.RegionText.Protected}",
            Contact = new OpenApiContact
            {
                Name = "Beheer Twente IGW", Email = $"beheer@{platform.Domain}", Url = new Uri("/", UriKind.Relative),
            },
        };
        document.Servers = [new OpenApiServer { Url = MapApiVersion1.Root }];
        document.Tags = new HashSet<OpenApiTag> { new() { Name = "regio", Description = "Vergelijken" } };
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths[path[MapApiVersion1.Root.Length..]] = item;
        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description = Meanings.GetValueOrDefault(parameter.Name ?? "");
        return Task.CompletedTask;
    }
}
