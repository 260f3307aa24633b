using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Sends a file to ClamAV's daemon by its INSTREAM command (man clamd): pieces, each after its length in network order,
/// closed by a length of zero. Its <c>StreamMaxLength</c> must be above the largest size agreed.
/// </summary>
internal sealed class ScanByClamd(IOptions<ScanningOptions> options) : ScanFile
{
    private const int Piece = 0x10000;
    private const int LongestAnswer = 4096;

    public override async Task<ScanVerdict> Execute(ScanQuestion question, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            return Read(await Ask(question.Path, limit.Token));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested
            && failure is SocketException or OperationCanceledException
                or IOException { InnerException: SocketException })
        {
            return new ScanVerdict.Unknown($"clamd is niet bereikbaar: {failure.GetBaseException().Message}");
        }
    }

    private async Task<string> Ask(string path, CancellationToken cancel)
    {
        using var socket = await Connect(options.Value.Clamd!, cancel);
        await using var line = new NetworkStream(socket);
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        try
        {
            await Send(path, line, cancel);
        }
        catch (IOException broken) when (broken.InnerException is SocketException)
        {
            // It answers and hangs up before the end when the stream is longer than it takes.
        }
        return await Answer(line, cancel);
    }

    private static async Task Send(string path, NetworkStream line, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[sizeof(int) + Piece];
        int read;
        do
        {
            read = await file.ReadAsync(buffer.AsMemory(sizeof(int)), cancel);
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await line.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), cancel);
        }
        while (read > 0);
    }

    private static async Task<string> Answer(NetworkStream line, CancellationToken cancel)
    {
        var (buffer, length) = (new byte[LongestAnswer], 0);
        while (length < buffer.Length && await line.ReadAsync(buffer.AsMemory(length), cancel) is > 0 and var read)
            length += read;
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd('\0', '\n');
    }

    /// <summary><c>stream: OK</c>, <c>stream: Name FOUND</c>, or why it could not be scanned.</summary>
    private static ScanVerdict Read(string answer)
    {
        const string Start = "stream: ", Found = " FOUND";
        if (answer == Start + "OK")
            return new ScanVerdict.Clean();
        return answer.StartsWith(Start, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal)
            ? new ScanVerdict.Infected(answer[Start.Length..^Found.Length])
            : new ScanVerdict.Unknown($"clamd: {(answer.Length == 0 ? "geen antwoord" : answer)}");
    }

    private static async Task<Socket> Connect(Uri address, CancellationToken cancel)
    {
        var isFile = address.Scheme == "unix";
        var socket = isFile
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await (isFile
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.LocalPath), cancel)
                : socket.ConnectAsync(address.Host, address.Port, cancel));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
