using Hangfire;
using Twente.Igw.Areas;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Telemetry;

namespace Twente.Igw.Web.Hosting;

/// <summary>Puts the capabilities together; the same for every verb.</summary>
internal static class ComposePlatform
{
    /// <summary>Enough for a weekly file; a longer job is left half way and taken up at the next start.</summary>
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromMilliseconds(400);

    /// <summary>Short enough for a restart to be felt as one.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1.8);

    public static void AddPlatform(this IHostApplicationBuilder builder, PlatformSettings settings)
    {
        settings.AddTo(builder.Configuration);
        builder.Logging.ClearProviders();
        // Results go to standard output, everything else to standard error: scripts rely on it.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddTelemetry();

        builder.Services.AddTenancy(new DataFolder(settings.Data)).AddDatabases()
            .AddIdentity().AddAreas().AddFigures().AddDeliveries().AddRegional().AddPublishing();
        builder.Services.AddSingleton<JobActivator, TenantJobActivator>();
        builder.Services.AddHangfire((services, jobs) => services.GetRequiredService<KeepJobs>().In(jobs
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseFilter(new ForgetJobsOfRemovedTenants())
            .UseFilter(new TraceJobs())
            .UseFilter(new AutomaticRetryAttribute { Attempts = 10, DelaysInSeconds = [1, 2, 5, 10, 30, 60] })));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop);
    }

    /// <summary>What a process that does the work runs beside answering.</summary>
    public static void AddWork(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = Math.Max(2, Environment.ProcessorCount);
            server.StopTimeout = TimeToFinish;
            server.ShutdownTimeout = TimeToStop - TimeToFinish;
        });
        builder.Services.AddDeliveryWork().AddHostedService<ScheduleWork>();
        builder.AddWorkTelemetry();
    }
}
