using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Twente.Igw.Web.Api;

/// <summary>What the OpenAPI document says of the API as a whole.</summary>
internal static class DescribeApi
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = endpoint =>
            endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) ?? false;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Twente IGW", Version = "1.0.0",
                Description = "Cijfers over lokale veiligheid van één gemeente, op de host van die gemeente.",
                Contact = new OpenApiContact
                {
                    Name = "Beheer Twente IGW", Email = "beheer@localhost",
                    Url = new Uri("/definities", UriKind.Relative)
                },
            };
            document.Servers = [new OpenApiServer { Url = "/api/v1" }];
            var paths = new OpenApiPaths();
            foreach (var (path, item) in document.Paths)
                paths[path.Replace("/api/v1", "", StringComparison.Ordinal)] = item;
            document.Paths = paths;
            return Task.CompletedTask;
        });
    }
}
