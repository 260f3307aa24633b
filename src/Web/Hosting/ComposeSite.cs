using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Hosting;

/// <summary>Registers what answering over HTTP needs beside the platform.</summary>
internal static class ComposeSite
{
    public static void AddSite(this WebApplicationBuilder builder, string data)
    {
        var services = builder.Services;
        services.AddScoped<ReadViewer>();
        services.AddScoped<Answerers>();
        services.AddScoped<NewestDelivery>();
        services.AddScoped<AskForPages>();
        services.AddScoped<ReadOverview>();
        services.AddScoped<ReadNeighbourhood>();
        services.AddScoped<ReadCircumstances>();
        services.AddScoped<ReadDivisions>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "igw-formulier";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddDataProtection()
            .SetApplicationName("twente-igw")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(data), "keys")));
        services.AddProblemDetails();
        services.AddOpenApi("v1", Api.DescribeApi.Configure);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // A number is a number; without this the description of the API says that it may be a text too.
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        // Dutch letters stay letters in pages: they are UTF-8 and say so.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }
}
