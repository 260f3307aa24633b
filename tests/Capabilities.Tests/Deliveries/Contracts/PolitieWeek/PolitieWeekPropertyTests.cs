using System.Text;
using CsCheck;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>What holds for every file, tried on generated ones.</summary>
public sealed class PolitieWeekPropertyTests
{
    private static readonly Gen<Fact> Facts = Gen.Select(
        Gen.Int[0, 2], Gen.OneOf<string>([.. SampleFile.Neighbourhoods, "GM0153"]), Gen.OneOf(SampleFile.Categories),
        Gen.Int[0, 7], Gen.Enum<Daypart>(), Gen.Int[0, 9999],
        (week, area, category, weekday, daypart, count) => new Fact(
            SampleFile.Name.Weeks.First.Plus(week), 2021, AreaCode.Parse(area), CategoryCode.Parse(category), weekday,
            daypart, count));

    /// <summary>Facts with different keys, as a right file has them.</summary>
    private static readonly Gen<Fact[]> Files =
        Facts.Array[0, 40].Select(facts => facts.DistinctBy(f => f with { Count = 0 }).ToArray());

    /// <summary>Bytes that mean something to a reader are likelier than others.</summary>
    private static readonly Gen<byte> Bytes = Gen.Frequency(
        (3, Gen.OneOf(";\"\r\n ,0123456789-WBUGM\0"u8.ToArray())), (1, Gen.Byte));

    private static readonly Gen<Mutation> Mutations = Gen.Select(
        Gen.Int[0, 3], Gen.Double[0, 1], Gen.Double[0, 1], Bytes,
        (kind, at, to, value) => new Mutation(kind, at, to, value));

    [Fact]
    public void A_right_file_says_the_same_after_it_is_read() => Files.Sample(facts =>
    {
        var file = Check(SampleFile.Print(facts));

        Assert.Empty(file.Findings.Kept);
        Assert.Equal(facts.OrderBy(f => f.Week), file.Facts());
        Assert.Equal((facts.LongLength, facts.Sum(f => (long)f.Count)), (file.Rows, file.Sum));
        Assert.Equal(file.Sum, file.CategorySums.Values.Sum());
        Assert.Equal(
            SampleFile.Name.Weeks.Weeks().Select(w => (w, facts.Count(f => f.Week == w))),
            file.Weeks.Select(w => (w.Week, w.Rows)));
    }, iter: 2_000);

    [Fact]
    public void Any_file_has_findings_or_facts_that_say_the_same_when_printed() => Gen.Select(
        Files, Mutations.Array[1, 4]).Sample((facts, mutations) =>
    {
        var bytes = mutations.Aggregate(Encoding.UTF8.GetBytes(SampleFile.Print(facts)), (file, m) => m.Apply(file));
        var file = SampleFile.Check(bytes);

        if (file.IsRefused)
            Assert.All(file.Findings.Kept, f => AssertPrintable(f, bytes));
        else
            AssertSame(file, Check(SampleFile.Print(file.Facts())));
    }, iter: 20_000);

    [Fact]
    public void Bytes_that_never_were_a_file_have_findings() => Bytes.Array[0, 300].Sample(
        bytes => Assert.True(SampleFile.Check(bytes).IsRefused), iter: 2_000);

    private static CheckedWeeks Check(string text) => SampleFile.Check(text);

    private static void AssertSame(CheckedWeeks first, CheckedWeeks second)
    {
        Assert.Empty(second.Findings.Kept);
        Assert.Equal(first.Facts(), second.Facts());
        Assert.Equal((first.Rows, first.Sum), (second.Rows, second.Sum));
        Assert.Equal(first.Weeks, second.Weeks);
    }

    private static void AssertPrintable(Finding finding, byte[] file)
    {
        Assert.InRange(finding.Line, 0, file.AsSpan().Count((byte)'\n') + 1);
        Assert.InRange(finding.Value.Length, 0, PrintableValue.MaxLength);
        Assert.DoesNotContain(finding.Value, char.IsControl);
        Assert.NotEmpty(finding.Rule);
    }

    /// <summary>One change to a file: a byte replaced, put in or taken out, or a piece repeated elsewhere.</summary>
    private sealed record Mutation(int Kind, double At, double To, byte Value)
    {
        public byte[] Apply(byte[] file)
        {
            if (file.Length == 0)
                return file;
            var (at, to) = ((int)(At * (file.Length - 1)), (int)(To * (file.Length - 1)));
            var (from, until) = (Math.Min(at, to), Math.Max(at, to));
            return Kind switch
            {
                0 => [.. file[..at], Value, .. file[(at + 1)..]],
                1 => [.. file[..at], Value, .. file[at..]],
                2 => [.. file[..from], .. file[Math.Min(until, from + 60)..]],
                _ => [.. file[..from], .. file[from..Math.Min(until, from + 60)], .. file[from..]],
            };
        }
    }
}
