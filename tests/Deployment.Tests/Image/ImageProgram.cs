using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Twente.Igw.Deployment.Tests.Image;

/// <summary>
/// The program of the image, run as the image's user on files that belong to somebody else: what stands in for a root
/// that is read-only, where no container can be started.
/// </summary>
internal sealed class ImageProgram : IAsyncDisposable
{
    private const string User = "1654";

    private static readonly string Nobody = Path.Combine(Path.GetTempPath(), "nowhere");
    private readonly BuiltImage _image;
    private readonly List<Process> _started = [];
    private readonly HttpClient _http = new();
    private readonly string _data;

    public ImageProgram(BuiltImage image)
    {
        _image = image;
        _data = image.Beside("data");
        if (!IsRoot)
            return;
        // A temporary folder is made for whoever runs the tests alone.
        Command("chmod", "-R", "go+rX", Path.GetFullPath(Path.Combine(image.App, "../..")));
        Command("chown", User, _data);
    }

    private static bool IsRoot => Environment.UserName == "root";

    /// <returns>Its exit code.</returns>
    public async Task<int> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>Starts a verb that goes on.</summary>
    /// <returns>The port it was given.</returns>
    public int Go(Func<int, string[]> arguments)
    {
        var port = FreePort();
        _started.Add(Start(arguments(port)));
        return port;
    }

    /// <summary>What it answers once it is there; null when that is no success.</summary>
    public async Task<string?> Ask(int port, string path)
    {
        var cancel = TestContext.Current.CancellationToken;
        for (var tries = 0; ; tries++)
            try
            {
                using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"), cancel);
                return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancel) : null;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(100, cancel);
            }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
        _http.Dispose();
    }

    private Process Start(IEnumerable<string> arguments)
    {
        string[] command = ["dotnet", Path.Combine(_image.App, "igw.dll"), .. arguments];
        if (IsRoot)
            command = ["setpriv", "--reuid", User, "--regid", User, "--clear-groups", .. command];
        var start = Tool.Start(command[0], command[1..], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["IGW_DATA"] = _data, ["HOME"] = Nobody, ["DOTNET_EnableDiagnostics"] = "0",
        });
        start.WorkingDirectory = _image.App;
        // Nobody listens; a full pipe would stop it.
        (start.RedirectStandardError, start.RedirectStandardOutput) = (false, true);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static void Command(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
