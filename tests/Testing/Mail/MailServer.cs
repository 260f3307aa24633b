using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Twente.Igw.Testing;

/// <summary>
/// A mail server on this machine that keeps what it gets: as much of SMTP (RFC 5321) as a sender needs. It can be told
/// to turn away.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _turnAway;

    public MailServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What came in, whole, oldest first.</summary>
    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    /// <summary>How often somebody connected.</summary>
    public int Connections { get; private set; }

    /// <summary>The next so many connections are told to come back later.</summary>
    public void TurnAway(int times) => _turnAway = times;

    /// <summary>The settings of a platform that sends its mail here.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Igw:Mail:Server", "127.0.0.1"), new("Igw:Mail:Port", Port.ToString(CultureInfo.InvariantCulture)),
        new("Igw:Mail:From", "igw@example.nl"), new("Igw:Mail:Security", "None"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        while (!_stop.IsCancellationRequested)
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                await Talk(client);
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException)
            {
                // Stopped, or the other side hung up.
            }
    }

    private async Task Talk(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false))
        {
            NewLine = "\r\n", AutoFlush = true,
        };
        if (_turnAway-- > 0)
        {
            await writer.WriteLineAsync("421 Kom later terug");
            return;
        }
        var to = new List<string>();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT")
                to.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf(
                    '>', StringComparison.Ordinal)]);
            else if (word == "DATA")
            {
                await writer.WriteLineAsync("354 ga door");
                Received.Enqueue(new ReceivedMail([.. to], await ReadText(reader)));
                to.Clear();
            }
            await writer.WriteLineAsync(word == "QUIT" ? "221 dag" : "250 ok");
            if (word == "QUIT")
                return;
        }
    }

    private async Task<string> ReadText(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.AppendLine(line);
        return text.ToString();
    }
}

/// <summary>A mail as it came in.</summary>
public sealed record ReceivedMail(IReadOnlyList<string> To, string Text);
