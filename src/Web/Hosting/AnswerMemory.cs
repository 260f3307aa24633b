using System.Collections.Concurrent;
using System.IO.Compression;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// Answers of one tenant: a shelf for each sight, so that viewers of different rights neither share an answer nor push
/// each other's away. A new version empties a shelf.
/// </summary>
internal sealed class AnswerMemory
{
    /// <summary>For so many at a time; with more of them, who comes next has her pages made anew.</summary>
    private const int MostShelves = 16;

    private readonly ConcurrentDictionary<string, AnswerShelf> _shelves = new(StringComparer.Ordinal);

    /// <param name="sight">Everything of a viewer that an answer may follow from.</param>
    /// <param name="stamp">The same, with the versions of figures and program.</param>
    public AnswerShelf ShelfFor(string sight, string stamp)
    {
        if (_shelves.TryGetValue(sight, out var known) && known.Stamp == stamp)
            return known;
        if (_shelves.Count >= MostShelves)
            _shelves.Clear();
        return _shelves[sight] = new AnswerShelf(stamp);
    }
}

/// <summary>Answers of one stamp; being full, by number or by weight, empties it.</summary>
internal sealed class AnswerShelf(string stamp)
{
    private const int MostAddresses = 500;

    /// <summary>Some forty usual pages with their packed form; addresses are what visitors make of them.</summary>
    private const long MostBytes = 4_000_000;

    private readonly ConcurrentDictionary<string, RememberedAnswer> _answers = new(StringComparer.Ordinal);
    private long _bytes;

    public string Stamp => stamp;

    public RememberedAnswer? Find(string address) => _answers.GetValueOrDefault(address);

    public void Keep(string address, RememberedAnswer answer)
    {
        if (_answers.Count >= MostAddresses || Interlocked.Read(ref _bytes) >= MostBytes)
        {
            _answers.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }
        if (_answers.TryAdd(address, answer))
            Interlocked.Add(ref _bytes, answer.Bytes.Length + answer.Packed.Length);
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
