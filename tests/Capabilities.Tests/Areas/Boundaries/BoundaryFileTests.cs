using CsCheck;
using Twente.Igw.Areas;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

public sealed class BoundaryFileTests
{
    private static readonly Gen<(double X, double Y)> Point =
        Gen.Select(Gen.Int[-10_000_000, 40_000_000], Gen.Int[20_000_000, 75_000_000], (x, y) => (x / 100.0, y / 100.0));

    private static readonly Gen<(double X, double Y)[][]> Rings = Point.Array[4, 20].Array[1, 4];

    [Fact]
    public void What_is_written_is_read_back_to_the_centimetre() =>
        Gen.Select(Rings, Rings, Rings, Gen.Int[1995, 2100]).Sample((outline, district, neighbourhood, year) =>
        {
            var written = Boundaries(outline, district, neighbourhood, year);

            var read = BoundaryFile.Read(BoundaryFile.Write(written));

            Assert.Equal((written.Municipality, year), (read.Municipality, read.BoundaryYear));
            Assert.Equal(outline, read.Outline.Rings);
            Assert.Equal(district, read.Districts.Single().Rings);
            Assert.Equal(neighbourhood, read.Neighbourhoods.Single().Rings);
            Assert.Equal(outline.SelectMany(r => r).Min(p => p.X), read.Extent.MinX);
        });

    [Fact]
    public void A_damaged_file_is_recognised_whatever_byte_is_wrong()
    {
        var square = new[] { new[] { (1.0, 2.0), (3.0, 2.0), (3.0, 4.0), (1.0, 2.0) } };
        var whole = BoundaryFile.Write(Boundaries(square, square, square, 2021));

        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 1;
            Assert.Throws<InvalidDataException>(() => BoundaryFile.Read(damaged));
            Assert.Throws<InvalidDataException>(() => BoundaryFile.Read(whole[..i]));
        }
    }

    private static MunicipalityBoundaries Boundaries(
        (double, double)[][] outline, (double, double)[][] district, (double, double)[][] neighbourhood, int year) =>
        new()
        {
            Municipality = AreaCode.Parse("GM9901"),
            BoundaryYear = year,
            Extent = default,
            Outline = new(AreaCode.Parse("GM9901"), outline),
            Districts = [new(AreaCode.Parse("WK990100"), district)],
            Neighbourhoods = [new(AreaCode.Parse("BU99010000"), neighbourhood)],
        };
}
