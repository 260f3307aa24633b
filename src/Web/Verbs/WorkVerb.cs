using System.CommandLine;
using Twente.Igw.Databases;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw work</c>: watches the drop zones and does the jobs, until stopped.</summary>
internal static class WorkVerb
{
    public static Command Command()
    {
        var platform = new PlatformOptions();
        var health = new Option<string?>("--health")
        {
            Description = "Adres waarop dit proces zegt of het goed gaat, en niets anders, zoals http://*:8081",
        };
        var command = platform.AddTo(
            new Command("work", "Kijkt in de leveringsmappen en doet het werk, tot u stopt met Ctrl+C") { health });
        command.SetAction((parsed, cancel) => Verb.Told(async () =>
        {
            var settings = platform.Read(parsed);
            using var host = Build(settings, parsed.GetValue(health));
            await host.Services.GetRequiredService<RequireSchema>().Execute(cancel);
            await host.Services.GetRequiredService<RequireSecrets>().Execute(cancel);
            await Console.Error.WriteLineAsync(
                $"Aan het werk in {Path.GetFullPath(settings.Data)}; stop met Ctrl+C.");
            await host.RunAsync(cancel);
            return ExitCode.Done;
        }));
        return command;
    }

    private static IHost Build(PlatformSettings settings, string? health)
    {
        if (health is null)
        {
            var alone = Host.CreateApplicationBuilder();
            alone.AddPlatform(settings);
            alone.AddWork();
            return alone.Build();
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddPlatform(settings);
        builder.AddWork();
        // Only whether it works is told here, so also over a network without TLS.
        builder.WebHost.UseUrls(health).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.MapHealth();
        return app;
    }
}
