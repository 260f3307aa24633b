using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Api;

/// <summary>What the OpenAPI document on the host of suppliers says.</summary>
internal static class DescribeSupplierApi
{
    /// <summary>Name of the document.</summary>
    public const string Document = "leveranciers";

    private const string Id = "aanleveren";

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["gemeente"] = "Code van de gemeente in kleine letters, zoals gm0153",
        ["nummer"] = "Nummer van de levering bij die gemeente",
        ["aankomst"] = "Nummer waaronder het bestand binnenkwam",
        ["contract"] = "Soort levering, zoals politie-week",
        ["uitkomst"] = "geaccepteerd, aangehouden, geweigerd, ingetrokken of vernietigd",
        ["pagina"] = "Nummer van de bladzijde, vanaf 1; 25 leveringen per bladzijde",
    };

    /// <summary>Whether an endpoint is one of this host.</summary>
    public static bool IsOfSuppliers(IEnumerable<object> metadata) =>
        metadata.OfType<AnswersOn>().Any(on => on.Parts.Contains(SitePart.Supplier));

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = endpoint => IsOfSuppliers(endpoint.ActionDescriptor.EndpointMetadata)
            && $"/{endpoint.RelativePath}".StartsWith(SupplierApi.Deliveries, StringComparison.Ordinal);
        options.AddOperationTransformer((operation, _, _) => Describe(operation));
        options.AddDocumentTransformer((document, context, _) => Describe(document, context));
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var options = context.ApplicationServices.GetRequiredService<IOptions<TenancyOptions>>().Value;
        document.Info = new OpenApiInfo
        {
            Title = "Twente IGW, aanleveren", Version = MapApiVersion1.FullVersion,
            Description =
                "Bestanden aanleveren en zien wat ervan werd. Een programma vraagt een token (client credentials) met "
                + "het bereik leveringen. Een adres noemt de gemeente en het nummer van de levering bij die gemeente; "
                + "wat niet bij uw afspraken hoort, bestaat voor u niet.",
            Contact = new OpenApiContact
            {
                Name = "Beheer Twente IGW", Email = $"beheer@{options.Domain}",
                Url = new Uri("/specificatie", UriKind.Relative),
            },
        };
        document.Servers = [new OpenApiServer { Url = MapApiVersion1.Root }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "leveringen", Description = "Aanleveren, ontvangstbewijzen en terugnemen" },
        };
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
        if (operation.OperationId == Id)
            operation.RequestBody = File();
        return Task.CompletedTask;
    }

    /// <summary>The file in a form, its own fields first: they decide before its bytes are read.</summary>
    private static OpenApiRequestBody File() => new()
    {
        Required = true,
        Description =
            "Eerst gemeente en contract, dan het bestand, dan een manifest als u dat hebt. Zonder gemeente en contract "
            + "zegt de bestandsnaam het. Of stuur alleen het bestand (text/csv of een werkmap) met naam, gemeente en "
            + "contract in het adres: ?naam=politie-week_GM0153_2025-W05_2025-W05.csv",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, Required = new HashSet<string>(["bestand"], StringComparer.Ordinal),
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["gemeente"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["contract"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["bestand"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        ["manifest"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                    },
                },
            },
            ["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
    };
}
