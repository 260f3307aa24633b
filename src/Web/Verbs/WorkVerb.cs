using System.CommandLine;
using Twente.Igw.Databases;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw work</c>: watches the drop zones and does the jobs, until stopped.</summary>
internal static class WorkVerb
{
    public static Command Command()
    {
        var data = Verb.Data();
        var command =
            new Command("work", "Kijkt in de leveringsmappen en doet het werk, tot u stopt met Ctrl+C") { data };
        command.SetAction((parsed, cancel) => Verb.Told(async () =>
        {
            var builder = Host.CreateApplicationBuilder();
            builder.AddPlatform(parsed.GetValue(data)!);
            builder.AddWork();
            using var host = builder.Build();
            await host.Services.GetRequiredService<BringUpToDate>().Everything(cancel);
            await Console.Error.WriteLineAsync(
                $"Aan het werk in {Path.GetFullPath(parsed.GetValue(data)!)}; stop met Ctrl+C.");
            await host.RunAsync(cancel);
            return ExitCode.Done;
        }));
        return command;
    }
}
