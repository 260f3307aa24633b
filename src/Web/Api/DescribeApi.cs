using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Api;

/// <summary>What the OpenAPI document says of the API as a whole, after the NL API Design Rules.</summary>
internal static class DescribeApi
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith(
            MapApiVersion1.Root + "/", StringComparison.Ordinal)
            && !DescribeSupplierApi.IsOfSuppliers(endpoint.ActionDescriptor.EndpointMetadata)
            && !DescribeRegionApi.IsOfRegion(endpoint.ActionDescriptor.EndpointMetadata);
        options.AddSchemaTransformer(DescribeTypes.Describe);
        options.AddOperationTransformer((operation, _, _) => Describe(operation));
        options.AddDocumentTransformer((document, context, _) => Describe(document, context));
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var options = context.ApplicationServices.GetRequiredService<IOptions<TenancyOptions>>().Value;
        document.Info = new OpenApiInfo
        {
            Title = "Twente IGW", Version = MapApiVersion1.FullVersion,
            Description = "Cijfers over lokale veiligheid van één gemeente, op de host van die gemeente. In ring lezen "
                + "staan aantallen van 1 tot en met 19 als klasse: aantal is dan null en klasse zegt tussen welke "
                + "getallen het ligt. Een vraag buiten 4, 12 of 52 weken of een heel jaar krijgt daar 403 en een code "
                + "die met ring. begint. Teken: x afgeschermd, . niet bekend of te weinig, * voorlopig.",
            Contact = new OpenApiContact
            {
                Name = "Beheer Twente IGW", Email = $"beheer@{options.Domain}",
                Url = new Uri("/definities", UriKind.Relative),
            },
        };
        document.Servers = [new OpenApiServer { Url = MapApiVersion1.Root }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "cijfers", Description = "Aantallen, cijfers per 1.000 en kengetallen" },
            new() { Name = "lijsten", Description = "Gebieden, categorieën en kengetallen" },
            new() { Name = "leveringen", Description = "Wat er is geleverd en wat ervan werd" },
        };
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths[path[MapApiVersion1.Root.Length..]] = item;
        document.Paths = paths;
        DescribeTypes.LeaveOutUnused(document);
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation)
    {
        foreach (var response in operation.Responses?.Values.OfType<OpenApiResponse>() ?? [])
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            response.Headers["API-Version"] = new OpenApiHeader
            {
                Description = "De volledige versie van de API.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            DescribeParameter.Of(parameter);
        return Task.CompletedTask;
    }
}
