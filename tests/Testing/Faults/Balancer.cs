using System.Net;
using System.Net.Sockets;

namespace Twente.Igw.Testing;

/// <summary>One port before several processes: each connection goes to the next, as a cluster does it.</summary>
public sealed class Balancer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<int> _behind;
    private int _next;

    /// <param name="behind">The ports that connections go to, in turn.</param>
    public Balancer(params IReadOnlyList<int> behind)
    {
        _behind = behind;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await _listener.AcceptTcpClientAsync(_stop.Token), _behind[_next++ % _behind.Count]);
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient front, int port)
    {
        using (front)
        using (var back = new TcpClient { NoDelay = true })
            try
            {
                front.NoDelay = true;
                await back.ConnectAsync(IPAddress.Loopback, port, _stop.Token);
                await Task.WhenAny(
                    front.GetStream().CopyToAsync(back.GetStream(), _stop.Token),
                    back.GetStream().CopyToAsync(front.GetStream(), _stop.Token));
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // One of both went away; the other sees its connection end.
            }
    }
}
