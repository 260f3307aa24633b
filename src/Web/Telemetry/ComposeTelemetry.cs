using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Telemetry;

/// <summary>Sends traces, metrics and logs to a collector, where one is configured; otherwise costs nothing.</summary>
internal static class ComposeTelemetry
{
    private const string Section = "Igw:Telemetry";

    /// <summary>The framework's own meters whose tags hold neither addresses nor names.</summary>
    private static readonly string[] FrameworkMeters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
    ];

    /// <summary>Counts always, as counting costs nothing; sends only where a collector is configured.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TelemetryOptions>().BindConfiguration(Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CountEvents>();
        services.AddSingleton(s => new AuditListener(s.GetRequiredService<CountEvents>().Recorded));
        if (Given(builder) is { IsOn: true } options)
            Send(services, options);
    }

    /// <summary>Apart, so that what sends is not even loaded where nothing is sent.</summary>
    private static void Send(IServiceCollection services, TelemetryOptions options)
    {
        services.Configure<MetricReaderOptions>(reader =>
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                (int)options.Every.TotalMilliseconds);
        services.AddOpenTelemetry()
            .ConfigureResource(process => process.AddService(
                options.Service, "twente", typeof(ComposeTelemetry).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddMeter(PlatformMeter.Name).AddMeter(FrameworkMeters))
            .WithTracing(traces => traces
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.Traced)))
                .AddSource(PlatformMeter.Name, "System.Net.Http")
                .AddAspNetCoreInstrumentation(web => web.Filter = IsNoProbe)
                .AddProcessor<LeaveOutAddresses>())
            .WithLogging()
            .UseOtlpExporter(
                options.Protocol == TelemetryProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
                options.Endpoint!);
    }

    /// <summary>What only a process that does the work measures.</summary>
    public static void AddWorkTelemetry(this IHostApplicationBuilder builder)
    {
        if (Given(builder) is not { IsOn: true })
            return;
        builder.Services.TryAddScoped<ReadTenants>();
        builder.Services.AddHostedService<SampleTenants>();
        builder.Services.AddHostedService<QueueGauge>();
    }

    private static bool IsNoProbe(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static TelemetryOptions? Given(IHostApplicationBuilder builder) =>
        builder.Configuration.GetSection(Section).Get<TelemetryOptions>();
}
