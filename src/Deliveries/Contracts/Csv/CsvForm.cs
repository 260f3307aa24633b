using System.Text;
using System.Text.Unicode;

namespace Twente.Igw.Deliveries;

/// <summary>What a file must be before it can be read in rows: UTF-8 text with the right separator.</summary>
internal static class CsvForm
{
    private static readonly (byte Sign, string Name)[] OtherSeparators =
        [((byte)',', "komma"), ((byte)'\t', "tab"), ((byte)'|', "|")];

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> file) =>
        file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;

    /// <summary>The one reason why the file cannot be read, or null.</summary>
    /// <param name="file">The file without byte order mark.</param>
    /// <param name="delimiter">The separator of the contract.</param>
    public static Finding? Objection(ReadOnlySpan<byte> file, char delimiter) =>
        TextObjection(file) ?? SeparatorObjection(file, delimiter);

    /// <summary>The one reason why the file is no text in UTF-8, or null.</summary>
    public static Finding? TextObjection(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return Finding.OfFile(FindingCode.FileEmpty, "");
        if (file.StartsWith(Encoding.Unicode.Preamble) || file.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Finding.OfFile(FindingCode.FileEncoding, "UTF-16");
        return EncodingObjection(file);
    }

    private static Finding? EncodingObjection(ReadOnlySpan<byte> file)
    {
        var wrong = file.IndexOf((byte)0);
        if (wrong < 0)
            wrong = Utf8.IsValid(file) ? -1 : FirstNotUtf8(file);
        if (wrong < 0)
            return null;
        var line = file[..wrong].Count((byte)'\n') + 1;
        var value = string.Create(CultureInfo.InvariantCulture, $"byte 0x{file[wrong]:X2}");
        return Finding.At(line, 0, FindingCode.FileEncoding, value);
    }

    private static int FirstNotUtf8(ReadOnlySpan<byte> file)
    {
        var position = 0;
        while (file[position..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var ascii)
        {
            position += ascii;
            if (Rune.DecodeFromUtf8(file[position..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return position;
            position += length;
        }

        return -1;
    }

    private static Finding? SeparatorObjection(ReadOnlySpan<byte> file, char delimiter)
    {
        var end = file.IndexOf((byte)'\n');
        var header = end < 0 ? file : file[..end];
        if (header.Contains((byte)delimiter))
            return null;
        foreach (var (sign, name) in OtherSeparators)
        {
            if (header.Contains(sign))
                return Finding.At(1, 0, FindingCode.FileSeparator, name);
        }

        return null;
    }
}
