using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Twente.Igw.Testing;

/// <summary>
/// Speaks as ClamAV's daemon to which everything is harmless; for tests in which scanning is required.
/// </summary>
public sealed class HarmlessScanner : IDisposable
{
    private const int LengthOfCommand = 10;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public HarmlessScanner()
    {
        _listener.Start();
        _ = Accept(_stop.Token);
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"tcp://{_listener.LocalEndpoint}";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(cancel);
                await Answer(client.GetStream(), cancel);
            }
        }
        catch (Exception stopped) when (
            stopped is SocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    /// <summary>The command, then pieces after their length until one of length zero.</summary>
    private static async Task Answer(NetworkStream line, CancellationToken cancel)
    {
        await line.ReadExactlyAsync(new byte[LengthOfCommand], cancel);
        var length = new byte[sizeof(int)];
        while (true)
        {
            await line.ReadExactlyAsync(length, cancel);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var piece))
                break;
            await line.ReadExactlyAsync(new byte[piece], cancel);
        }
        await line.WriteAsync("stream: OK\0"u8.ToArray(), cancel);
    }
}
