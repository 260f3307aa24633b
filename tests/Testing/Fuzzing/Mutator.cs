using System.Text;

namespace Twente.Igw.Testing;

/// <summary>Makes a file wrong, or differently right, in the ways in which files are.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Values =
    [
        "", " ", "0", "1", "12", "12.5", "1,5", "1E3", "-1", "+1", "=1+1", "1.000", "9999", "10000", "00012", "٣",
        "99999999999999999999", "NaN", "2025-W05", "2025-W53", "2025-w05", "2026-W53", "2021", "2025", "1", "7", "8",
        "nacht", "Nacht", "GM0153", "GM0164", "GM9999", "BU01530000", "BU0153000", "BU01640001", "WK015300", "NL01",
        "1.1.1", "1.1.1 ", " 1.1.1", "0.0.0", "E33", "2023MM01", "2023MM13", "2023JJ00", "\"", "\"\"", "a\"b", "\u00a0",
        "\ufeff", "\0", "\r", "x\ny", "'1", "#N/A", "WAAR",
    ];

    private static readonly byte[] Signs = ";\"\r\n ,0123456789-WBUGM\0\t="u8.ToArray();

    private Random Random { get; } = random;

    /// <summary>One to four changes.</summary>
    public byte[] Mutate(string right)
    {
        var text = right;
        for (var times = Random.Next(0, 3); times > 0; times--)
            text = MutateRows(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var times = Random.Next(0, 3); times > 0; times--)
            bytes = MutateBytes(bytes);
        return Random.Next(200) == 0 ? Strange(text) : bytes;
    }

    /// <summary>Changes rows and fields, and leaves the form of the file whole.</summary>
    public string MutateRows(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = Random.Next(lines.Count);
        var fields = lines[at].Split(';').ToList();
        var field = Random.Next(fields.Count);
        switch (Random.Next(9))
        {
            case 0 or 1 or 2 or 3:
                fields[field] = FuzzWorld.Pick(Values, Random);
                lines[at] = string.Join(';', fields);
                break;
            case 4:
                fields.Insert(field, FuzzWorld.Pick(Values, Random));
                lines[at] = string.Join(';', fields);
                break;
            case 5:
                fields.RemoveAt(field);
                lines[at] = string.Join(';', fields);
                break;
            case 6:
                lines.Insert(Random.Next(lines.Count + 1), lines[at]);
                break;
            case 7:
                fields[field] = $"\"{fields[field].Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
                lines[at] = string.Join(';', fields);
                break;
            default:
                lines.RemoveAt(at);
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>Changes a byte, takes a piece out, or puts one in twice.</summary>
    public byte[] MutateBytes(byte[] file)
    {
        if (file.Length == 0)
            return file;
        var (at, length) = (Random.Next(file.Length), Random.Next(1, 60));
        var end = Math.Min(file.Length, at + length);
        var sign = Random.Next(4) == 0 ? (byte)Random.Next(256) : FuzzWorld.Pick(Signs, Random);
        return Random.Next(5) switch
        {
            0 => [.. file[..at], sign, .. file[(at + 1)..]],
            1 => [.. file[..at], sign, .. file[at..]],
            2 => [.. file[..at], .. file[end..]],
            3 => [.. file[..end], .. file[at..end], .. file[end..]],
            _ => file[..at],
        };
    }

    /// <summary>What a supplier's program does wrong as a whole.</summary>
    private byte[] Strange(string text) => Random.Next(6) switch
    {
        0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        1 => Encoding.Latin1.GetBytes(text + "é"),
        2 => Encoding.UTF8.GetBytes(text.Replace(';', ',')),
        3 => Encoding.UTF8.GetBytes(text + new string('9', 1_000_000)),
        4 => Encoding.UTF8.GetBytes(text + new string(';', 1_000_000)),
        _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
    };
}
