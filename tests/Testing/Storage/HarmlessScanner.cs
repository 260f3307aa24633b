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

    public HarmlessScanner()
    {
        _listener.Start();
        _ = Answer();
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"tcp://{_listener.LocalEndpoint}";

    public void Dispose() => _listener.Dispose();

    private async Task Answer()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Answer(client.GetStream());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    /// <summary>The command, then pieces after their length until one of length zero.</summary>
    private static async Task Answer(NetworkStream line)
    {
        await line.ReadExactlyAsync(new byte[LengthOfCommand]);
        var length = new byte[sizeof(int)];
        while (true)
        {
            await line.ReadExactlyAsync(length);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var piece))
                break;
            await line.ReadExactlyAsync(new byte[piece]);
        }
        await line.WriteAsync("stream: OK\0"u8.ToArray());
    }
}
