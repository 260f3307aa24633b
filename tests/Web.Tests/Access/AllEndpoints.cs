using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;
using Twente.Igw.Web.Tests.Pages;

namespace Twente.Igw.Web.Tests.Access;

/// <summary>Every endpoint of the program, as it is composed, with an address at which to try it.</summary>
internal static class AllEndpoints
{
    /// <summary>The endpoints of the program, composed as it is but not started.</summary>
    public static async Task<List<RouteEndpoint>> Read()
    {
        var data = Directory.CreateTempSubdirectory("igw-routes-").FullName;
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = "igw", ContentRootPath = AppContext.BaseDirectory,
            });
            builder.AddPlatform(new PlatformSettings(data));
            builder.AddSite();
            await using var app = builder.Build();
            app.MapPlatform();
            return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET");

    public static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart { Name: "nummer" } => "4",
            RoutePatternParameterPart { Name: "omrekentabel" or "voorstel" } => "1",
            RoutePatternParameterPart { Name: "gebied" } => "BU01530000",
            RoutePatternParameterPart { Name: "vertaling" } => Site.Mapped,
            RoutePatternParameterPart { Name: "naam" } => "politie-week",
            RoutePatternParameterPart { Name: "kengetal" } => "inwoners",
            RoutePatternParameterPart { Name: "documentName" } => "v1",
            RoutePatternParameterPart { Name: "afspraak" or "koppeling" or "gebruiker" or "aanvraag" } =>
                "00000000-0000-0000-0000-000000000000",
            RoutePatternParameterPart { Name: "gemeente" } => "gm0153",
            RoutePatternParameterPart { Name: "aanbod" } => "00000000-0000-0000-0000-000000000000",
            RoutePatternParameterPart { Name: "aankomst" } => "4",
            RoutePatternParameterPart { Name: "geheim" } => "bestaat-niet",
            RoutePatternParameterPart { IsCatchAll: true } => "bestaat-niet.css",
            RoutePatternParameterPart unknown => throw new InvalidOperationException($"What is a {unknown.Name}?"),
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));

    /// <summary>On which hosts an endpoint exists.</summary>
    public static IReadOnlyList<SitePart> HomesOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AnswersOn>()?.Parts ?? [SitePart.Tenant];
}
