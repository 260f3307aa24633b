using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Twente.Igw.Testing;

/// <summary>
/// The emulator of Azure Blob Storage, over HTTPS with sign-in by token; one process for a test assembly, and one of
/// its own for a test that stops it. Every test takes an account of its own.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly Lazy<Task<Azurite>> One = new(() => Start());
    private static int _account;

    private readonly string _folder;
    private readonly int _port;
    private Process? _process;

    private Azurite(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>The folder with Azurite and the client in JavaScript.</summary>
    public static string Program { get; } = FindProgram();

    public static bool IsInstalled => File.Exists(Script);

    /// <summary>Started at first use; skips the test, by name, where it is not installed.</summary>
    public static Task<Azurite> Shared
    {
        get
        {
            RequireInstalled();
            return One.Value;
        }
    }

    public int Port => _port;

    /// <summary>The certificate to trust, as PEM.</summary>
    public string Certificate => Path.Combine(_folder, "cert.pem");

    private static string Script => Path.Combine(Program, "node_modules/azurite/dist/src/blob/main.js");

    public static void RequireInstalled() =>
        Assert.SkipUnless(IsInstalled, "Azurite is not at hand: run tests/install (needs Node and npm).");

    public static async Task<Azurite> Start()
    {
        RequireInstalled();
        var azurite = new Azurite(Directory.CreateTempSubdirectory("igw-azurite-").FullName, FreePort());
        azurite.WriteCertificate();
        await azurite.Go();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.Kill();
        return azurite;
    }

    /// <summary>
    /// Settings of a platform with storage of its own: containers are named after gemeenten, so each has an account.
    /// </summary>
    /// <param name="port">Another port that leads to it, or null.</param>
    public IEnumerable<KeyValuePair<string, string?>> Settings(int? port = null)
    {
        var account = $"test{Interlocked.Increment(ref _account)}";
        return
        [
            new("Igw:DropZones:Kind", "AzureBlob"),
            new("Igw:DropZones:Account", $"https://127.0.0.1:{port ?? _port}/{account}"),
            new("Igw:DropZones:Emulator", "true"), new("Igw:DropZones:TrustedCertificates", Certificate),
            new("Igw:DropZones:CallTimeout", "00:00:05"), new("Igw:DropZones:Retries", "2"),
            new("Igw:DropZones:Break", "00:00:00.500"),
        ];
    }

    /// <summary>Starts it again on what it kept.</summary>
    public async Task Go()
    {
        _process = Process.Start(new ProcessStartInfo("node",
        [
            Script, "--blobHost", "127.0.0.1", "--blobPort", _port.ToString(CultureInfo.InvariantCulture),
            "--location", _folder, "--silent", "--cert", Certificate, "--key", Path.Combine(_folder, "key.pem"),
            "--oauth", "basic", "--skipApiVersionCheck", "--disableProductStyleUrl", "--disableTelemetry",
        ])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = Accounts },
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; tries < 600; tries++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                Assert.False(_process.HasExited, "Azurite stopped by itself.");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
        Assert.Fail("Azurite did not start within a minute.");
    }

    /// <summary>Stops it at once, as a machine that goes away.</summary>
    public void Kill()
    {
        if (_process is not { HasExited: false })
            return;
        _process.Kill();
        _process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Names and a key; made at run time: what looks like a key belongs in no repository.</summary>
    private static string Accounts { get; } = string.Join(';', Enumerable.Range(1, 200)
        .Select(n => $"test{n}:{Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(n)))}"));

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(Certificate, made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindProgram()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "tests/Testing/Storage/Program");
    }
}
