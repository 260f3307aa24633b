using System.IO.Compression;

namespace Twente.Igw.Testing;

/// <summary>Makes a workbook wrong: in its XML, or in the archive around it.</summary>
internal sealed class MutateWorkbook(Random random)
{
    private static readonly string[] Pieces =
    [
        "<f>1+1</f>", "<v>1</v>", "<v>1E3</v>", "<v>12.5</v>", " t=\"s\"", " t=\"e\"", " t=\"b\"", " s=\"1\"",
        " s=\"2\"", " r=\"A1\"", " r=\"G9\"", "<row>", "</row>", "<c>", "</c>", "<c/>", "<row/>",
        "&#10;", "&lt;", "<!--x-->",
        "<![CDATA[1]]>", "<!DOCTYPE a>", "<t>", "</t>", " state=\"hidden\"", "&amp;", "\0", "<a><a><a>", "xml:space",
    ];

    public byte[] Mutate(WorkbookFile file)
    {
        for (var times = random.Next(0, 3); times > 0; times--)
            file = MutateXml(file);
        if (random.Next(100) == 0)
            file = file with { Parts = [.. file.Parts, ("xl/bomb.xml", new string('0', 3_000_000))] };
        var bytes = (file with { Level = random.Next(3) == 0 ? CompressionLevel.NoCompression : file.Level }).ToBytes();
        for (var times = random.Next(-2, 3); times > 0; times--)
            bytes = MutateArchive(bytes);
        return bytes;
    }

    private WorkbookFile MutateXml(WorkbookFile file)
    {
        var (name, xml) = FuzzWorld.Pick(file.Parts, random);
        if (random.Next(3) > 0)
            (name, xml) = file.Parts[^1];
        var at = random.Next(xml.Length + 1);
        var end = Math.Min(xml.Length, at + random.Next(1, 30));
        return file.With(name, random.Next(3) switch
        {
            0 => xml[..at] + FuzzWorld.Pick(Pieces, random) + xml[at..],
            1 => xml[..at] + xml[end..],
            _ => Replaced(xml),
        });
    }

    /// <summary>Puts a piece where another stood, so that the XML is often still well formed.</summary>
    private string Replaced(string xml)
    {
        var piece = FuzzWorld.Pick(["<c", "<row", "<t xml:space", "<v>", "</is>", " s=\"3\""], random);
        var at = xml.IndexOf(piece, random.Next(xml.Length), StringComparison.Ordinal);
        var with = FuzzWorld.Pick(
            ["<c s=\"1\"", "<c t=\"n\"", "<row r=\"3\"", "<c r=\"B2\"", "<v>1", "</is><f>A1</f>", " s=\"1\""], random);
        return at < 0 ? xml : xml[..at] + with + xml[(at + piece.Length)..];
    }

    private byte[] MutateArchive(byte[] file)
    {
        if (file.Length == 0)
            return file;
        var at = random.Next(3) == 0 ? random.Next(file.Length) : Math.Max(0, file.Length - random.Next(1, 900));
        var end = Math.Min(file.Length, at + random.Next(1, 8));
        return random.Next(5) switch
        {
            0 => file[..at],
            1 => [.. file, .. file],
            2 => [.. file[..at], .. file[end..]],
            3 => [.. file[..at], .. Enumerable.Repeat((byte)0xFF, end - at), .. file[end..]],
            _ => [.. file[..at], (byte)random.Next(256), .. file[(at + 1)..]],
        };
    }
}
