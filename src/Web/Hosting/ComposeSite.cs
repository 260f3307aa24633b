using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Delivering;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Hosting;

/// <summary>Registers what answering over HTTP needs beside the platform.</summary>
internal static class ComposeSite
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddReaders();
        services.AddStorageWatch();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, ConfigureForms>();
        services.AddSignIn();
        services.AddSingleton<Microsoft.AspNetCore.Routing.MatcherPolicy, ChooseByHost>();
        services.AddSingleton<EnsureClient>();
        services.AddSingleton<ReturnAddress>();
        services.AddOptions<RequestLimits>().BindConfiguration("Igw:Web").ValidateOnStart();
        services.AddSingleton<ReadToken>();
        services.AddLimits();
        services.AddDelivering();
        services.AddOptions<ProxyOptions>().BindConfiguration("Igw:Web").ValidateOnStart();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, TrustProxies>();
        services.AddProblemDetails();
        services.AddOpenApi("v1", Api.DescribeApi.Configure);
        services.AddOpenApi(Api.DescribeSupplierApi.Document, Api.DescribeSupplierApi.Configure);
        services.AddOpenApi(Api.DescribeRegionApi.Document, Api.DescribeRegionApi.Configure);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // A number is a number; without this the description of the API says that it may be a text too.
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        // Dutch letters stay letters in pages: they are UTF-8 and say so.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    private static void AddReaders(this IServiceCollection services)
    {
        services.AddScoped<ReadViewer>();
        services.AddScoped<Answerers>();
        services.AddScoped<NewestDelivery>();
        services.AddScoped<AskForPages>();
        services.AddScoped<ReadOverview>();
        services.AddScoped<ReadNeighbourhood>();
        services.AddScoped<ReadCircumstances>();
        services.AddScoped<EditMappings>();
        services.AddScoped<ReadDivisions>();
        services.AddScoped<MailLink>();
        services.AddSingleton<SendPasswordLinks>();
        services.AddHostedService(s => s.GetRequiredService<SendPasswordLinks>());
        services.AddScoped<ReadTenants>();
        services.AddScoped<ReadComparison>();
        services.AddScoped<ExportComparison>();
        services.AddScoped<RecordRegion>();
        services.AddScoped<ReadPublishing>();
        services.AddScoped<LogLookers>();
    }

    private static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(limiter => limiter
        .AddPolicy<string, LimitSignIn>(LimitSignIn.Policy)
        .AddPolicy<string, LimitPrograms>(LimitPrograms.Policy)
        .AddPolicy<string, LimitDelivering>(LimitDelivering.Policy)
        .AddPolicy<string, LimitFollowing>(LimitFollowing.Policy));

    private static void AddDelivering(this IServiceCollection services)
    {
        services.AddScoped<ReadSupplier>();
        services.AddScoped<ReadUpload>();
        services.AddScoped<AwaitDecision>();
        services.AddSingleton<ExampleFile.Offered>();
    }
}
