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
        var command = platform.AddTo(
            new Command("work", "Kijkt in de leveringsmappen en doet het werk, tot u stopt met Ctrl+C"));
        command.SetAction((parsed, cancel) => Verb.Told(async () =>
        {
            var builder = Host.CreateApplicationBuilder();
            var settings = platform.Read(parsed);
            builder.AddPlatform(settings);
            builder.AddWork();
            using var host = builder.Build();
            await host.Services.GetRequiredService<RequireSchema>().Execute(cancel);
            await host.Services.GetRequiredService<RequireSecrets>().Execute(cancel);
            await Console.Error.WriteLineAsync(
                $"Aan het werk in {Path.GetFullPath(settings.Data)}; stop met Ctrl+C.");
            await host.RunAsync(cancel);
            return ExitCode.Done;
        }));
        return command;
    }
}
