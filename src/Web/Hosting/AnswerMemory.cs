using System.Collections.Concurrent;
using System.IO.Compression;

namespace Twente.Igw.Web.Hosting;

/// <summary>Answers of one tenant, all of one version; a new version empties it, and so does being full.</summary>
internal sealed class AnswerMemory
{
    private const int MostAddresses = 500;

    /// <summary>A usual page and its packed form take some 100 kB; addresses are what visitors make of them.</summary>
    private const long MostBytes = 32_000_000;

    private volatile Shelf _shelf = new("");

    public RememberedAnswer? Find(string stamp, string address)
    {
        var shelf = _shelf;
        return shelf.Stamp == stamp ? shelf.Answers.GetValueOrDefault(address) : null;
    }

    public void Keep(string stamp, string address, RememberedAnswer answer)
    {
        var shelf = _shelf;
        if (shelf.Stamp != stamp || shelf.IsFull)
            _shelf = shelf = new Shelf(stamp);
        shelf.Keep(address, answer);
    }

    private sealed class Shelf(string stamp)
    {
        private long _bytes;

        public string Stamp => stamp;

        public ConcurrentDictionary<string, RememberedAnswer> Answers { get; } = new(StringComparer.Ordinal);

        public bool IsFull => Answers.Count >= MostAddresses || Interlocked.Read(ref _bytes) >= MostBytes;

        public void Keep(string address, RememberedAnswer answer)
        {
            if (Answers.TryAdd(address, answer))
                Interlocked.Add(ref _bytes, answer.Bytes.Length + answer.Packed.Length);
        }
    }
}

/// <summary>An answer as it was made, and packed once for every browser that can unpack it.</summary>
internal sealed record RememberedAnswer(string? ContentType, byte[] Bytes, byte[] Packed)
{
    public static RememberedAnswer Of(string? contentType, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return new RememberedAnswer(contentType, bytes, packed.ToArray());
    }
}
