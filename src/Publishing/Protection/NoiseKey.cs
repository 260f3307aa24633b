using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// The secret from which a gemeente's noise follows. Made once and never changed: with another one the same counts
/// would be published with other noise, and whoever took the mean of both would come closer to the truth.
/// </summary>
internal sealed class NoiseKey
{
    public int Id { get; init; } = 1;

    /// <summary>Base64 of 32 random bytes.</summary>
    public required string Secret { get; init; }

    /// <summary>The gemeente's own; made within the caller's change when there is none.</summary>
    public static async Task<UnitKeys> Of(TenantDb db, CancellationToken cancel)
    {
        var keys = db.NoiseKeys;
        var key = await keys.SingleOrDefaultAsync(cancel);
        if (key is null)
            keys.Add(key = new NoiseKey { Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
        return new UnitKeys(Convert.FromBase64String(key.Secret));
    }
}

/// <summary>
/// Gives every counted unit a secret number. The keys of the units in a cell add modulo 2^64 to the key of the cell, so
/// the same units have the same noise in whatever table and version they are counted.
/// </summary>
/// <param name="secret">Known to the gemeente alone.</param>
internal sealed class UnitKeys(byte[] secret)
{
    private const int Digest = 32;

    /// <summary>The sum of the keys of so many units that were counted together.</summary>
    /// <param name="category">Class of the units.</param>
    /// <param name="area">District, or the gemeente where the place is unknown.</param>
    /// <param name="week">Their week, as a number such as 202507.</param>
    /// <param name="count">How many: the first so many of this class, area and week.</param>
    public ulong Sum(string category, string area, int week, int count)
    {
        Span<byte> digest = stackalloc byte[Digest];
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{category}|{area}|{week}|"));
        var message = new byte[text.Length + sizeof(int)];
        text.CopyTo(message, 0);
        var sum = 0UL;
        for (var unit = 1; unit <= count; unit++)
        {
            BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(text.Length), unit);
            HMACSHA256.HashData(secret, message, digest);
            unchecked
            {
                sum += BinaryPrimitives.ReadUInt64BigEndian(digest);
            }
        }
        return sum;
    }
}
