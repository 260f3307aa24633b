using System.Security.Cryptography;

namespace Twente.Igw.Areas;

/// <summary>
/// How the boundaries of one municipality and year are written in a file. <c>IGWB</c> and the version of the form; the
/// year; then per area its code and rings, each point as the step in centimetres from the point before, in the
/// variable-length integers of <see cref="BinaryWriter"/>; at the end SHA-256 of all that. Twente fits in 200 kB.
/// </summary>
internal static class BoundaryFile
{
    /// <summary>Rises with this form and with how boundaries are drawn: part of the hash in the file's name.</summary>
    public const byte Version = 1;
    private const double CentimetresPerMetre = 100;

    private static ReadOnlySpan<byte> Mark => "IGWB"u8;

    public static byte[] Write(MunicipalityBoundaries boundaries)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write7BitEncodedInt(boundaries.BoundaryYear);
        AreaBoundary[] all = [boundaries.Outline, .. boundaries.Districts, .. boundaries.Neighbourhoods];
        writer.Write7BitEncodedInt(all.Length);
        foreach (var area in all)
            WriteArea(writer, area);
        writer.Flush();
        return [.. memory.ToArray(), .. SHA256.HashData(memory.ToArray())];
    }

    /// <exception cref="InvalidDataException">These are not the bytes that were written.</exception>
    public static MunicipalityBoundaries Read(byte[] file)
    {
        var end = file.Length - SHA256.HashSizeInBytes;
        if (end <= Mark.Length || !SHA256.HashData(file.AsSpan(0, end)).AsSpan().SequenceEqual(file.AsSpan(end)))
            throw new InvalidDataException("A boundary file is damaged: it does not end in its own hash.");
        if (!file.AsSpan().StartsWith(Mark) || file[Mark.Length] != Version)
            throw new InvalidDataException($"A boundary file is not of version {Version}; import the areas again.");
        using var reader = new BinaryReader(new MemoryStream(file, Mark.Length + 1, end - Mark.Length - 1));
        var year = reader.Read7BitEncodedInt();
        var areas = new AreaBoundary[reader.Read7BitEncodedInt()];
        for (var i = 0; i < areas.Length; i++)
            areas[i] = ReadArea(reader);
        return Together(year, areas);
    }

    private static MunicipalityBoundaries Together(int year, AreaBoundary[] areas)
    {
        var outline = areas[0];
        var points = outline.Rings.SelectMany(r => r).ToList();
        return new MunicipalityBoundaries
        {
            Municipality = outline.Code,
            BoundaryYear = year,
            Outline = outline,
            Extent = new(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y)),
            Districts = [.. areas.Where(a => a.Code.Level == AreaLevel.District)],
            Neighbourhoods = [.. areas.Where(a => a.Code.Level == AreaLevel.Neighbourhood)],
        };
    }

    private static void WriteArea(BinaryWriter writer, AreaBoundary area)
    {
        writer.Write(area.Code.Code);
        writer.Write7BitEncodedInt(area.Rings.Count);
        var (x, y) = (0, 0);
        foreach (var ring in area.Rings)
        {
            writer.Write7BitEncodedInt(ring.Length);
            foreach (var point in ring)
            {
                var (nextX, nextY) = (Centimetres(point.X), Centimetres(point.Y));
                WriteStep(writer, nextX - x);
                WriteStep(writer, nextY - y);
                (x, y) = (nextX, nextY);
            }
        }
    }

    private static AreaBoundary ReadArea(BinaryReader reader)
    {
        var code = AreaCode.Parse(reader.ReadString());
        var rings = new (double X, double Y)[reader.Read7BitEncodedInt()][];
        var (x, y) = (0, 0);
        for (var r = 0; r < rings.Length; r++)
        {
            rings[r] = new (double X, double Y)[reader.Read7BitEncodedInt()];
            for (var p = 0; p < rings[r].Length; p++)
            {
                (x, y) = (x + ReadStep(reader), y + ReadStep(reader));
                rings[r][p] = (x / CentimetresPerMetre, y / CentimetresPerMetre);
            }
        }
        return new AreaBoundary(code, rings);
    }

    private static int Centimetres(double metres) => (int)Math.Round(metres * CentimetresPerMetre);

    /// <summary>Small steps both ways become small numbers: 0, -1, 1, -2 are written as 0, 1, 2, 3.</summary>
    private static void WriteStep(BinaryWriter writer, int step) =>
        writer.Write7BitEncodedInt((step << 1) ^ (step >> 31));

    private static int ReadStep(BinaryReader reader)
    {
        var written = reader.Read7BitEncodedInt();
        return (int)((uint)written >> 1) ^ -(written & 1);
    }
}
