using System.Collections.Concurrent;
using System.IO.Compression;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// Answers of one tenant: a shelf for each sight, so that viewers of different rights neither share an answer nor push
/// each other's away. A new version empties a shelf.
/// </summary>
internal sealed class AnswerMemory
{
    private readonly ConcurrentDictionary<string, AnswerShelf> _shelves = new(StringComparer.Ordinal);

    /// <param name="sight">Everything of a viewer that an answer may follow from.</param>
    /// <param name="stamp">The same, with the versions of figures and program.</param>
    public AnswerShelf ShelfFor(string sight, string stamp)
    {
        if (_shelves.TryGetValue(sight, out var known) && known.Stamp == stamp)
            return known;
        return _shelves[sight] = new AnswerShelf(stamp);
    }
}

/// <summary>Answers of one stamp; being full empties it.</summary>
internal sealed record AnswerShelf(string Stamp)
{
    private const int MostAddresses = 500;
    private readonly ConcurrentDictionary<string, RememberedAnswer> _answers = new(StringComparer.Ordinal);

    public RememberedAnswer? Find(string address) => _answers.GetValueOrDefault(address);

    public void Keep(string address, RememberedAnswer answer)
    {
        if (_answers.Count >= MostAddresses)
            _answers.Clear();
        _answers[address] = answer;
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
