namespace Twente.Igw.Deliveries;

/// <summary>Where a field's value stands in the file, without its outer quotes.</summary>
/// <param name="Start">Position of its first byte.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Escaped">It holds doubled quotes, each of which stands for one.</param>
internal readonly record struct CsvField(int Start, int Length, bool Escaped)
{
    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> file)
    {
        var value = file.Slice(Start, Length);
        return Escaped ? Unescape(value) : value;
    }

    private static byte[] Unescape(ReadOnlySpan<byte> value)
    {
        var plain = new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            plain[length++] = value[i];
            if (value[i] == '"')
                i++;
        }

        return plain[..length];
    }
}

/// <summary>What RFC 4180 does not allow.</summary>
internal enum CsvFault
{
    None,

    /// <summary>A quoted field that never ends; it swallows the rest of the file.</summary>
    UnclosedQuote,

    /// <summary>Something other than a separator or line end behind the closing quote.</summary>
    AfterQuote,

    /// <summary>A quote inside a field that is not quoted.</summary>
    QuoteInside,
}
