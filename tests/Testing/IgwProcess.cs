using System.Diagnostics;
using System.Text;

namespace Twente.Igw.Testing;

/// <summary>The program as people and scripts start it: a process, arguments, two streams and an exit code.</summary>
public sealed class IgwProcess : IDisposable
{
    private readonly List<Process> _started = [];
    private readonly Dictionary<string, string?> _settings;
    private readonly bool _ownsData;

    /// <summary>A server that comes and goes: a process that remembers connections to it is no program just started.
    /// </summary>
    private bool _ownServer;


    /// <summary>An empty data folder, on SQLite.</summary>
    public IgwProcess() : this(new Dictionary<string, string>(StringComparer.Ordinal))
    {
    }

    private IgwProcess(IReadOnlyDictionary<string, string> settings, string? data = null)
    {
        _settings = settings.ToDictionary(s => s.Key, string? (s) => s.Value, StringComparer.Ordinal);
        _ownsData = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("igw-web-").FullName;
    }

    /// <summary>The program on the data and the database of a platform that a test looks into.</summary>
    public static IgwProcess Beside(TestPlatform platform) => new(platform.Settings, platform.Data.Root);

    /// <summary>An empty data folder on this engine, with principals of its own.</summary>
    public static async Task<IgwProcess> On(Engine engine, PostgresServer? own = null)
    {
        if (engine != Engine.PostgreSql)
            return new IgwProcess();
        var server = own ?? await PostgresServer.Shared;
        return new IgwProcess(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Igw:Database:Engine"] = nameof(Engine.PostgreSql), ["Igw:Database:Admin"] = server.Admin(),
            ["Igw:Database:Prefix"] = $"p{Interlocked.Increment(ref _made)}",
        })
        {
            _ownServer = own is not null,
        };
    }

    private static int _made;

    public string Data { get; }

    /// <summary>A setting of the program, null when it has none of its own.</summary>
    public string? Setting(string name) => _settings.GetValueOrDefault(name);

    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Data, .. parts]);

    /// <summary>A setting of the platform, by its name in configuration: <c>Igw:Profile</c>.</summary>
    public void Set(string name, string? value) => _settings[name] = value;

    /// <summary>Runs a verb to its end, in a process that has started already.</summary>
    public Task<Result> Run(CancellationToken cancel, params IReadOnlyList<string> arguments) =>
        WarmProgram.IsHere && !_ownServer
            ? WarmProgram.Run(arguments, Environment(), cancel) : RunAlone(cancel, arguments);

    /// <summary>Runs a verb to its end in a process of its own.</summary>
    public async Task<Result> RunAlone(CancellationToken cancel, params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        var (output, errors) =
            (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return new Result(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a verb that goes on until it is stopped; ends with the test at the latest.</summary>
    public Running Go(params IReadOnlyList<string> arguments)
    {
        var process = Start(arguments);
        _started.Add(process);
        return new Running(process);
    }

    /// <summary>Enschede on the platform, with the small invented division of the tests.</summary>
    public async Task AddEnschede(CancellationToken cancel)
    {
        await Run(cancel, "tenant", "add", "GM0153", "enschede", "Enschede");
        await Run(cancel, "areas", "import", GeoPackageFile.Write(PathOf("gebieden.gpkg")));
    }

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
        if (_ownsData)
            Directory.Delete(Data, recursive: true);
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "igw.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private Dictionary<string, string?> Environment() => new(
        _settings.Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)),
        StringComparer.Ordinal)
    {
        ["IGW_DATA"] = Data,
    };

    public sealed record Result(int ExitCode, string Output, string Errors);
}

/// <summary>A verb that is still running.</summary>
public sealed class Running
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new();
    private readonly StringBuilder _errors = new();

    internal Running(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                _errors.AppendLine(line.Data);
            if (line.Data is null || line.Data.Contains("Ctrl+C", StringComparison.Ordinal))
                _ready.TrySetResult();
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Waits until the program says that it works, or has stopped.</summary>
    public Task Ready(CancellationToken cancel) => _ready.Task.WaitAsync(cancel);

    /// <summary>Ends the process without warning, as <c>kill -9</c> does.</summary>
    public async Task Kill(CancellationToken cancel)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancel);
    }

    /// <summary>Asks the process to stop, as a service manager does.</summary>
    public async Task Terminate(CancellationToken cancel)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancel);
    }
}
