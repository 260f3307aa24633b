using System.Net;
using System.Net.Sockets;

namespace Twente.Igw.Identity;

/// <summary>
/// Browsers know that every name below <c>localhost</c> is this machine; the runtime asks the system's resolver, which
/// need not.
/// </summary>
internal static class LoopbackNames
{
    /// <summary>For what the platform asks of a provider: an answer that leads elsewhere is no answer.</summary>
    public static SocketsHttpHandler Handler() => new() { ConnectCallback = Connect, AllowAutoRedirect = false };

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext to, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var name = to.DnsEndPoint.Host;
            if (name == "localhost" || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
                await socket.ConnectAsync(IPAddress.Loopback, to.DnsEndPoint.Port, cancel);
            else
                await socket.ConnectAsync(to.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
