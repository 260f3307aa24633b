using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Twente.Igw.Testing;

/// <summary>ClamAV's daemon with one signature: that of the harmless file for trying scanners (EICAR).</summary>
public sealed class Clamd : IDisposable
{
    private const string Daemon = "/usr/sbin/clamd";
    private readonly string _folder = Directory.CreateTempSubdirectory("igw-clamd-").FullName;
    private Process? _process;

    /// <summary>Put together here: in one piece it would make scanners refuse this very file.</summary>
    public static byte[] Harmful { get; } = Encoding.ASCII.GetBytes(
        string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*"));

    public string Address => $"unix://{Socket}";

    private string Socket => Path.Combine(_folder, "clamd.ctl");

    /// <summary>Skips the test, by name, where it is not installed.</summary>
    public static async Task<Clamd> Start(CancellationToken cancel)
    {
        Assert.SkipUnless(File.Exists(Daemon), "clamd is not at hand: run tests/install.");
        var clamd = new Clamd();
        var signatures = Directory.CreateDirectory(Path.Combine(clamd._folder, "db")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(signatures, "proef.ndb"), $"Igw.Proef:0:*:{Convert.ToHexStringLower(Harmful)}\n",
            cancel);
        await File.WriteAllTextAsync(
            Path.Combine(clamd._folder, "clamd.conf"),
            $"DatabaseDirectory {signatures}\nLocalSocket {clamd.Socket}\nForeground yes\nStreamMaxLength 100M\n" +
            $"TemporaryDirectory {clamd._folder}\n", cancel);
        await clamd.Go(cancel);
        return clamd;
    }

    /// <summary>Starts it, again if need be, and waits until it answers.</summary>
    public async Task Go(CancellationToken cancel)
    {
        _process = Process.Start(new ProcessStartInfo(Daemon, ["-c", Path.Combine(_folder, "clamd.conf")])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; tries < 300; tries++)
        {
            using var probe = new System.Net.Sockets.Socket(
                AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await probe.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancel);
                return;
            }
            catch (SocketException)
            {
                Assert.False(_process.HasExited, "clamd stopped by itself.");
                await Task.Delay(100, cancel);
            }
        }
        Assert.Fail("clamd did not start within half a minute.");
    }

    public void Kill()
    {
        if (_process is not { HasExited: false })
            return;
        _process.Kill();
        _process.WaitForExit();
        File.Delete(Socket);
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }
}
