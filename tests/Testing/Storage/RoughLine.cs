using System.Net;
using System.Net.Sockets;

namespace Twente.Igw.Testing;

/// <summary>A way to a server that can be made slow, cut off in the middle of an answer, or closed.</summary>
public sealed class RoughLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _behind;
    private long _cutAfter = long.MaxValue;
    private long _cuts;

    public RoughLine(int behind)
    {
        _behind = behind;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long each piece of an answer is held up.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>How many answers were cut off.</summary>
    public long Cuts => Interlocked.Read(ref _cuts);

    /// <summary>Cuts every answer off after this many bytes; null lets them through.</summary>
    public void CutAfter(long? bytes) => Interlocked.Exchange(ref _cutAfter, bytes ?? long.MaxValue);

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
                _ = Join(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient front)
    {
        using (front)
        using (var back = new TcpClient { NoDelay = true })
            try
            {
                front.NoDelay = true;
                await back.ConnectAsync(IPAddress.Loopback, _behind, _stop.Token);
                await Task.WhenAny(
                    front.GetStream().CopyToAsync(back.GetStream(), _stop.Token),
                    Answer(back.GetStream(), front.GetStream()));
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // One of both went away; the other sees its connection end.
            }
    }

    private async Task Answer(NetworkStream from, NetworkStream to)
    {
        var (buffer, sent) = (new byte[0x4000], 0L);
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            if (Pause > TimeSpan.Zero)
                await Task.Delay(Pause, _stop.Token);
            if (sent + read > Interlocked.Read(ref _cutAfter))
            {
                Interlocked.Increment(ref _cuts);
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            sent += read;
        }
    }
}
