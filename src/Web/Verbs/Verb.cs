using System.CommandLine;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Twente.Igw.Databases;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Verbs;

/// <summary>What all verbs share: the data folder, JSON, and how a failure is told.</summary>
internal static class Verb
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Option<bool> AsJson() => new("--json") { Description = "Geef het antwoord als JSON" };

    public static Argument<string> Gemeente() => new("gemeente") { Description = "Code van de gemeente, zoals GM0153" };

    /// <summary>Makes a command that opens the platform and tells failures in one line.</summary>
    public static Command Command(
        string name, string description, IEnumerable<Symbol> symbols,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run) =>
        Make(new Command(name, description), symbols, administers: false, async (parsed, services, cancel) =>
        {
            await services.GetRequiredService<RequireSchema>().Execute(cancel);
            return await run(parsed, services, cancel);
        });

    /// <summary>A command that also makes or changes databases, and so may need their administrator.</summary>
    public static Command Administering(
        string name, string description, IEnumerable<Symbol> symbols,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run) =>
        Make(new Command(name, description), symbols, administers: true, run);

    private static Command Make(
        Command command, IEnumerable<Symbol> symbols, bool administers,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run)
    {
        var platform = new PlatformOptions();
        foreach (var symbol in symbols)
            if (symbol is Option option)
                command.Add(option);
            else if (symbol is Argument argument)
                command.Add(argument);
        platform.AddTo(command, administers);
        command.SetAction((parsed, cancel) => Told(async () =>
        {
            using var host = Build(platform.Read(parsed));
            return await run(parsed, host.Services, cancel);
        }));
        return command;
    }

    /// <summary>Runs a verb; what goes wrong is told in one line on standard error.</summary>
    public static async Task<int> Told(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Afgebroken.");
            return ExitCode.Failure;
        }
        catch (Exception failure) when (failure is FormatException or UnknownTenantException or IOException
            or UnauthorizedAccessException or InvalidOperationException or ArgumentException or DbException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.Failure;
        }
    }

    public static void WriteJson<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    private static IHost Build(PlatformSettings settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = false });
        builder.AddPlatform(settings);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        return builder.Build();
    }
}
