using Twente.Igw.Publishing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Publishing;

public sealed class UnitKeysTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(b => (byte)b)];

    [Fact]
    public void A_key_is_the_first_eight_bytes_of_an_hmac_of_what_was_counted()
    {
        // printf '1.1.1|WK015300|202507|\0\0\0\1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
        Assert.Equal(0x850E03915F7484B2UL, new UnitKeys(Secret).Sum("1.1.1", "WK015300", 202507, 1));
        Assert.Equal(unchecked(0x850E03915F7484B2UL + 0x7E7087525B5F4CFAUL), new UnitKeys(Secret).Sum("1.1.1",
            "WK015300", 202507, 2));
    }

    [Fact]
    public void Keys_of_different_units_and_of_different_secrets_differ()
    {
        var keys = new UnitKeys(Secret);
        ulong[] all =
        [
            keys.Sum("1.1.1", "WK015300", 202507, 1), keys.Sum("1.1.1", "WK015301", 202507, 1),
            keys.Sum("1.1.1", "WK015300", 202508, 1), keys.Sum("1.1.2", "WK015300", 202507, 1),
            new UnitKeys([.. Secret.Reverse()]).Sum("1.1.1", "WK015300", 202507, 1),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(0UL, keys.Sum("1.1.1", "WK015300", 202507, 0));
    }
}
