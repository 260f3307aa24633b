using System.CommandLine;
using Twente.Igw.Databases;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Verbs;

/// <summary>The options of every verb that opens the platform.</summary>
internal sealed class PlatformOptions
{
    private readonly Option<string> _data;
    private readonly Option<EngineName?> _engine = new("--engine")
    {
        Description = "De database: " + string.Join(", ", Enum.GetNames<EngineName>())
            + "; anders Igw:Database:Engine, anders de eerste",
    };
    private readonly Option<string?> _admin = new("--admin")
    {
        Description = "Verbinding van een databasebeheerder, om te maken en bij te werken; anders Igw:Database:Admin",
    };

    public PlatformOptions(Option<string>? data = null) => _data = data ?? new Option<string>("--data")
    {
        Description = "De gegevensmap; anders de omgevingsvariabele IGW_DATA, anders ./data",
        DefaultValueFactory = _ =>
            Environment.GetEnvironmentVariable("IGW_DATA") is { Length: > 0 } folder ? folder : "data",
    };

    /// <param name="command">The verb.</param>
    /// <param name="administers">Whether it makes or changes databases.</param>
    public Command AddTo(Command command, bool administers = false)
    {
        command.Add(_data);
        command.Add(_engine);
        if (administers)
            command.Add(_admin);
        return command;
    }

    public PlatformSettings Read(ParseResult parsed) => new(
        parsed.GetValue(_data)!, parsed.GetValue(_engine)?.ToString(), parsed.GetResult(_admin)?.GetValue(_admin));
}
