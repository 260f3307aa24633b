using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Twente.Igw.Testing;

/// <summary>What an authenticator shows: RFC 6238 with HMAC-SHA-1, six digits, thirty seconds.</summary>
public static class OneTimeCode
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <param name="key">In base 32 (RFC 4648), small letters, without padding.</param>
    public static string Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticators use; the standard names no other by default.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>();
        var (bits, value) = (0, 0);
        foreach (var letter in key)
        {
            value = ((value << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }
        return [.. bytes];
    }
}
