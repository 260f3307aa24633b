using System.Diagnostics;
using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Files made to hurt: refused with line and column, in time and memory linear in the file.</summary>
public sealed class PolitieWeekHostileFileTests
{
    private const int Mebibyte = 1 << 20;
    private const int Largest = 64 * Mebibyte;

    /// <summary>Many times what a slow machine needs; a quadratic reader takes days.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData('9', "count.range")]
    [InlineData('x', "count.form")]
    [InlineData(' ', "count.form")]
    public void A_field_of_a_mebibyte(char filling, string code)
    {
        var finding = Check(SampleFile.Row[..^1] + new string(filling, Mebibyte) + "\n").OnlyFinding();

        Assert.Equal((2L, 7, code, 100), (finding.Line, finding.Column, finding.Code, finding.Value.Length));
    }

    [Fact]
    public void A_field_of_a_mebibyte_of_doubled_quotes()
    {
        var file = Check(SampleFile.Row[..^1] + "\"" + new string('"', Mebibyte) + "\"\n");

        Assert.Equal((2L, 7, FindingCode.CountForm), Place(file.OnlyFinding()));
    }

    [Fact]
    public void A_row_of_a_million_columns()
    {
        var file = Check(SampleFile.Row + new string(';', 1_000_000) + "\n");

        Assert.Equal((2L, 0, FindingCode.RowColumns), Place(file.OnlyFinding()));
    }

    [Fact]
    public void A_header_of_a_million_columns()
    {
        var names = string.Join(';', Enumerable.Range(0, 1_000_000).Select(n => $"kolom{n}"));
        var weeks = string.Join(';', Enumerable.Repeat("week", 1_000_000));
        var extra = CheckBytes(Encoding.UTF8.GetBytes(names)).OnlyFinding();
        var twice = CheckBytes(Encoding.UTF8.GetBytes(weeks)).OnlyFinding();

        Assert.Equal((1L, 1, FindingCode.HeaderExtraColumn), Place(extra));
        Assert.Equal((1L, 2, FindingCode.HeaderDuplicateColumn), Place(twice));
    }

    [Fact]
    public void A_quote_that_never_closes()
    {
        var file = Check("2025-W05;\"2021" + new string('\n', 4 * Mebibyte));

        Assert.Equal((2L, 2, FindingCode.RowQuote), Place(file.OnlyFinding()));
        Assert.Equal(1, file.Rows);
    }

    [Theory]
    [InlineData("x")]
    [InlineData(";")]
    [InlineData("\"")]
    [InlineData("\r")]
    [InlineData(",")]
    [InlineData("é")]
    public void A_large_file_without_a_line_end(string filling)
    {
        var pattern = Encoding.UTF8.GetBytes(filling);
        var bytes = new byte[Largest / 4];
        for (var i = 0; i + pattern.Length <= bytes.Length; i += pattern.Length)
            pattern.CopyTo(bytes, i);

        Assert.Equal(1, CheckBytes(bytes).OnlyFinding().Line);
    }

    [Fact]
    public void Millions_of_blank_lines()
    {
        var file = Check(new string('\n', 4 * Mebibyte));

        Assert.Equal(4 * Mebibyte, file.Findings.Count);
        Assert.Equal(Findings.MaxKept, file.Findings.Kept.Count);
    }

    [Fact]
    public void The_largest_right_file_takes_less_than_256_mebibytes_with_the_file_itself()
    {
        var (known, name, bytes) = LargestRightFile();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = SampleFile.Check(bytes, name, known);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.False(file.IsRefused);
        Assert.Equal(file.Rows, file.Sum);
        Assert.InRange(allocated, 0, (256L * Mebibyte) - Largest);
    }

    private static (CheckAgainst Known, PolitieWeekFileName Name, byte[] Bytes) LargestRightFile()
    {
        string[] areas = [.. Enumerable.Range(0, 120).Select(n => $"BU0153{n:0000}")];
        string[] categories = [.. Enumerable.Range(0, 60).Select(n => $"1.{n / 10}.{n % 10}")];
        var known = SampleFile.KnownOf("GM0153", categories, (2021, areas));
        var weeks = new WeekRange(IsoWeek.Parse("2014-W27"), IsoWeek.Parse("2025-W52"));
        using var stream = new MemoryStream(Largest);
        stream.Write(Encoding.UTF8.GetBytes(SampleFile.Header + "\n"));
        for (var key = 0; stream.Length < Largest - 64; key++)
        {
            // Weeks turn fastest, so that every week is there and the rows are out of order.
            var cell = key / weeks.Length;
            var (area, category) = (areas[cell % areas.Length], categories[cell / areas.Length]);
            stream.Write(Encoding.ASCII.GetBytes(
                $"{weeks.First.Plus(key % weeks.Length)};2021;{area};{category};;;1\n"));
        }

        return (known, PolitieWeekFileName.Of(AreaCode.Parse("GM0153"), weeks), stream.ToArray());
    }

    private static CheckedWeeks Check(string rows) =>
        CheckBytes(Encoding.UTF8.GetBytes(SampleFile.Header + "\n" + rows));

    private static CheckedWeeks CheckBytes(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var result = SampleFile.Check(file);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
        return result;
    }

    private static (long Line, int Column, string Code) Place(Finding finding) =>
        (finding.Line, finding.Column, finding.Code);
}
