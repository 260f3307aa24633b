using System.Net;
using System.Net.Sockets;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// A client to which every host name is this machine, so that <c>enschede.localhost</c> works where no resolver knows
/// it.
/// </summary>
internal static class LoopbackSite
{
    /// <summary>More would measure the client; who waits for one is timed all the same.</summary>
    private const int MostConnections = 256;

    public static HttpClient Connect() => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = MostConnections, AllowAutoRedirect = false, UseCookies = false, UseProxy = false,
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };
}
