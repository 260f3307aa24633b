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

    public static Option<string> Data() => new("--data")
    {
        Description = "De gegevensmap; anders de omgevingsvariabele IGW_DATA, anders ./data",
        DefaultValueFactory = _ =>
        Environment.GetEnvironmentVariable("IGW_DATA") is { Length: > 0 } folder ? folder : "data",
    };

    public static Option<bool> AsJson() => new("--json") { Description = "Geef het antwoord als JSON" };

    public static Argument<string> Gemeente() => new("gemeente") { Description = "Code van de gemeente, zoals GM0153" };

    /// <summary>Makes a command that opens the platform on the data folder and tells failures in one line.</summary>
    public static Command Command(
        string name, string description, IEnumerable<Symbol> symbols,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run)
    {
        var data = Data();
        var command = new Command(name, description) { data };
        foreach (var symbol in symbols)
            if (symbol is Option option)
                command.Add(option);
            else if (symbol is Argument argument)
                command.Add(argument);
        command.SetAction((parsed, cancel) => Told(async () =>
        {
            using var host = Build(parsed.GetValue(data)!);
            await host.Services.GetRequiredService<BringUpToDate>().Catalogue(cancel);
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

    private static IHost Build(string data)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = false });
        builder.AddPlatform(data);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        return builder.Build();
    }
}
