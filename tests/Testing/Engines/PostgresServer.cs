using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Twente.Igw.Testing;

/// <summary>
/// A PostgreSQL server of the tests' own, on a temporary folder and a loopback port, with real passwords. It ends with
/// the process that started it, also when that is killed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The server outlives the test that happened to start it.</summary>
    private static readonly CancellationToken Whatever = CancellationToken.None;

    private const string Password = "beheerder-van-de-tests";
    private static readonly Lazy<Task<PostgresServer>> Ours = new(() => Start(durable: false));

    private readonly string _folder;
    private readonly int _port;
    private readonly bool _durable;
    private Process? _process;

    private PostgresServer(string folder, int port, bool durable) =>
        (_folder, _port, _durable) = (folder, port, durable);

    /// <summary>The one server that all tests of this process share; in a hurry, so not durable.</summary>
    public static Task<PostgresServer> Shared => Ours.Value;

    /// <summary>The administrator's connection string to a database of this name.</summary>
    public string Admin(string database = "igw") => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = _port, Username = "postgres", Password = Password, Database = database,
        Timeout = 10,
    }.ToString();

    /// <param name="durable">Whether what is committed is on disk, as on a real server; slower.</param>
    public static async Task<PostgresServer> Start(bool durable)
    {
        var folder = Directory.CreateTempSubdirectory("igw-postgres-").FullName;
        var server = new PostgresServer(folder, FreePort(), durable);
        var passwords = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwords, Password, Whatever);
        Own(folder);
        await Run("initdb", "-D", Path.Combine(folder, "data"), "-U", "postgres", "--pwfile", passwords,
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.Begin();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.End("QUIT");
        return server;
    }

    /// <summary>Starts the server again after <see cref="Stop"/>.</summary>
    public async Task Begin()
    {
        string[] hurry = _durable
            ? []
            : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
        _process = StartAsUser(
            "postgres",
            ["-D", Path.Combine(_folder, "data"), "-p", _port.ToString(CultureInfo.InvariantCulture),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
                "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB", "-c", "log_min_messages=fatal", .. hurry]);
        for (var tries = 0; ; tries++)
            try
            {
                await using var connection = new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(Admin("postgres")) { Pooling = false }.ToString());
                await connection.OpenAsync(Whatever);
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !_process.HasExited)
            {
                await Task.Delay(50, Whatever);
            }
    }

    /// <summary>Ends the server as an administrator does who does not wait for anybody.</summary>
    public async Task Stop()
    {
        End("INT");
        await _process!.WaitForExitAsync(Whatever);
    }

    public async ValueTask DisposeAsync()
    {
        End("QUIT");
        await _process!.WaitForExitAsync(Whatever);
        Directory.Delete(_folder, recursive: true);
    }

    private void End(string signal)
    {
        if (_process is not { HasExited: false } process)
            return;
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        process.WaitForExit(5000);
    }

    private static async Task Run(string tool, params string[] arguments)
    {
        using var process = StartAsUser(tool, arguments);
        var errors = await process.StandardError.ReadToEndAsync(Whatever);
        await process.WaitForExitAsync(Whatever);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool}: {errors}");
    }

    /// <summary>PostgreSQL refuses to run as root; the package brings a user for it.</summary>
    private static Process StartAsUser(string tool, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("setpriv")
        {
            UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        if (Environment.IsPrivilegedProcess)
            foreach (var argument in (string[])["--reuid", "postgres", "--regid", "postgres", "--init-groups"])
                start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--pdeathsig");
        start.ArgumentList.Add("QUIT");
        start.ArgumentList.Add(Path.Combine(Binaries(), tool));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.WorkingDirectory = Path.GetTempPath();
        // The kernel ends the child with the thread that started it, so that thread must live as long as we do.
        Process? process = null;
        using var started = new ManualResetEventSlim();
        new Thread(() =>
        {
            process = Process.Start(start);
            started.Set();
            process?.WaitForExit();
        })
        { IsBackground = true, Name = tool }.Start();
        started.Wait(Whatever);
        return process!;
    }

    private static void Own(string folder)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        using var chown = Process.Start("chown", ["-R", "postgres", folder]);
        chown.WaitForExit();
    }

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) is { } found
            ? found
            : throw new InvalidOperationException("PostgreSQL is not installed; run tests/install.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
