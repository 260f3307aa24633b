using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Draws a random sample of the log that anybody can draw again: of all lines in a period the ones with the lowest
/// SHA-256 of word and line number. Who chooses the word cannot choose the lines, and nobody can leave one out.
/// </summary>
public sealed class SampleAudit(TenantDb db)
{
    /// <summary>As many as one person looks into in an afternoon.</summary>
    public const int Most = 100;

    /// <param name="filter">From which lines; closed periods give the same sample for ever.</param>
    /// <param name="word">Any word, such as a date or a throw of dice: another word is another sample.</param>
    /// <param name="size">How many lines, at most <see cref="Most"/>.</param>
    /// <param name="cancel">Ends the drawing.</param>
    /// <returns>The lines drawn, oldest first, and from how many.</returns>
    public async Task<(IReadOnlyList<AuditEntry> Lines, long Of)> Execute(
        AuditFilter filter, string word, int size, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Most);
        var (drawn, seen) = (new PriorityQueue<long, string>(Descending), 0L);
        var numbers = filter.Of(db.Audit.AsNoTracking()).Select(l => l.Number).AsAsyncEnumerable();
        await foreach (var number in numbers.WithCancellation(cancel))
        {
            seen++;
            // The highest leaves as soon as there are too many.
            drawn.Enqueue(number, Lot(word, number));
            if (drawn.Count > size)
                drawn.Dequeue();
        }
        var chosen = drawn.UnorderedItems.Select(d => d.Element).ToList();
        var lines = db.Audit.AsNoTracking().Where(l => chosen.Contains(l.Number)).OrderBy(l => l.Number);
        return (await lines.Select(ReadAudit.Entry).ToListAsync(cancel), seen);
    }

    private static readonly Comparer<string> Descending =
        Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a));

    private static string Lot(string word, long number)
    {
        var text = Encoding.UTF8.GetBytes(word);
        var bytes = new byte[text.Length + sizeof(long)];
        text.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(text.Length), number);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
