using System.Buffers.Binary;
using System.IO.Compression;
using Twente.Igw.Deliveries;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Archives made to grow: refused before anything grows.</summary>
public sealed class XlsxArchiveTests
{
    private static readonly WorkbookFile Small = WorkbookFile.OfLines(SampleFile.Header, SampleFile.Row);

    [Fact]
    public void Refuses_what_unpacks_to_more_than_a_delivery_needs() => AssertLimit(
        Small with
        {
            Level = CompressionLevel.Fastest,
            Parts = [.. Small.Parts, .. Enumerable.Range(0, 9).Select(n => ($"xl/{n}.xml", Noise(n, 16_000_000)))],
        });

    [Fact]
    public void Refuses_what_is_packed_as_only_a_bomb_is() => AssertLimit(
        Small with { Level = CompressionLevel.SmallestSize, Parts = [.. Small.Parts, ("x", new('a', 4_000_000))] });

    [Fact]
    public void Refuses_more_parts_than_a_workbook_has() => AssertLimit(
        Small with { Parts = [.. Small.Parts, .. Enumerable.Range(0, 1_000).Select(n => ($"{n}", ""))] });

    [Fact]
    public void Refuses_a_list_of_parts_too_long_to_look_at()
    {
        var many = (Small with { Parts = [.. Enumerable.Range(0, 20_000).Select(n => ($"{n:D60}", ""))] }).ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(FindingCode.WorkbookUnreadable, Read(many));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void A_part_that_states_a_smaller_size_than_it_has_is_not_unpacked_beyond_it()
    {
        var bytes = Small.ToBytes();
        // The size before packing, at offset 24 of each line of the directory.
        for (var at = 0; bytes.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next;)
        {
            at += next + 4;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 20), 100);
        }

        Assert.Equal(FindingCode.WorkbookUnreadable, Read(bytes));
    }

    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("<a ", "b=''/>")]
    public void Neither_depth_nor_one_long_tag_takes_memory(string open, string close)
    {
        var xml = string.Concat(Enumerable.Repeat(open == "<a>" ? open : "b='' ", 200_000));
        var file = Small.With("xl/worksheets/sheet1.xml", open == "<a>" ? xml + close : open + xml + close);

        Assert.Equal(FindingCode.WorkbookUnreadable, Read(file.ToBytes()));
    }

    [Fact]
    public void Names_without_end_are_not_kept()
    {
        var names = string.Concat(Enumerable.Range(0, 50_000).Select(n => $"<n{n}/>"));
        var file = Small.With("xl/worksheets/sheet1.xml", $"<worksheet>{names}</worksheet>");

        Assert.Equal(FindingCode.WorkbookUnreadable, Read(file.ToBytes()));
    }

    [Fact]
    public void A_text_used_over_and_over_does_not_grow_beyond_a_delivery()
    {
        var text = new string('x', 32_000);
        var rows = string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c></row>", 3_000));
        var file = WorkbookFile.OfSheets(("A", "", rows))
            .With("xl/sharedStrings.xml", $"<sst><si><t>{text}</t></si></sst>");

        AssertLimit(file);
    }

    private static void AssertLimit(WorkbookFile file) => Assert.Equal(FindingCode.WorkbookLimit, Read(file.ToBytes()));

    private static string? Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var schema = TableSchema.Of(ContractName.PolitieWeek);
        return ReadWorkbook.Execute(stream, schema, TestContext.Current.CancellationToken).Finding?.Code;
    }

    /// <summary>Text that packs about twice, so that only its size is too much.</summary>
    private static string Noise(int seed, int length)
    {
        var random = new Random(seed);
        return string.Create(length, random, static (text, random) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)('a' + random.Next(16));
        });
    }
}
