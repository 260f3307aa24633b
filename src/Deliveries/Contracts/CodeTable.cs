using System.Diagnostics.CodeAnalysis;
using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Codes and their position, found by the bytes of a field so that no string is made for it. Remembers the last code
/// found, because rows mostly come sorted. Not for two threads at once.
/// </summary>
internal sealed class CodeTable
{
    private readonly byte[][] _codes;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _positions;
    private int _last;

    public CodeTable(IEnumerable<string> codes)
    {
        _codes = [.. codes.Select(Encoding.UTF8.GetBytes)];
        var positions = new Dictionary<byte[], int>(_codes.Length, new ByBytes());
        for (var i = 0; i < _codes.Length; i++)
            positions.Add(_codes[i], i);
        _positions = positions.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _codes.Length;

    /// <summary>The position of the code, or -1.</summary>
    public int Find(ReadOnlySpan<byte> code)
    {
        if (_codes.Length > 0 && code.SequenceEqual(_codes[_last]))
            return _last;
        return _positions.TryGetValue(code, out var found) ? _last = found : -1;
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Codes are short: their first and last eight bytes tell them apart.
            if (alternate.Length >= sizeof(ulong))
                return HashCode.Combine(ReadUInt64LittleEndian(alternate), ReadUInt64LittleEndian(alternate[^8..]));
            var all = 0UL;
            foreach (var next in alternate)
                all = (all << 8) | next;
            return all.GetHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
