using System.Text;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class ManifestTests
{
    private const string File = "politie-week_GM0153_2025-W05_2025-W07.csv";

    private const string Right =
        """
        { "contract": "politie-week", "file": "politie-week_GM0153_2025-W05_2025-W07.csv", "bytes": 1204, "rows": 25,
          "sha256": "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08",
          "sequence": 17, "producedAt": "2025-02-17T06:00:00+01:00" }
        """;

    private const string HashEnd = "D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";

    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Fact]
    public void Lies_beside_its_file() => Assert.Equal(File + ".manifest.json", Manifest.NameFor(File));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Is_read_whole(string mark)
    {
        var (manifest, findings) = Read(mark + Right);

        Assert.Empty(findings);
        var fiveInTheMorning = new DateTimeOffset(2025, 2, 17, 5, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new Manifest("politie-week", File, 1204, 25, Hash.ToUpperInvariant(), 17, fiveInTheMorning), manifest);
    }

    [Fact]
    public void Needs_no_order_key_when_none_is_agreed()
    {
        var (manifest, _) = Read(Right.Replace("\"sequence\": 17, \"producedAt\": \"2025-02-17T06:00:00+01:00\"",
            "\"sequence\": 0", StringComparison.Ordinal));

        Assert.Equal((0L, null), (manifest!.Sequence, manifest.ProducedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{ /* */ }")]
    [InlineData("""{ "bytes": 1, }""")]
    public void Must_be_one_object(string json) => Assert.Equal(FindingCode.ManifestJson, Read(json).Finding!.Code);

    [Fact]
    public void Must_be_small_text_in_UTF8()
    {
        var big = Manifest.Read(Encoding.UTF8.GetBytes(Right + new string(' ', Manifest.MaxBytes)));
        var latin = Manifest.Read(Encoding.Latin1.GetBytes(Right.Replace("17", "\"é\"", StringComparison.Ordinal)));
        var deep = Read(string.Concat(Enumerable.Repeat("{\"file\":", 5_000)));

        Assert.All([big, latin, deep], r => Assert.Equal(FindingCode.ManifestJson, r.Finding!.Code));
    }

    [Theory]
    [InlineData("\"rows\": 25,", "", "manifest.property-missing", "rows")]
    [InlineData("\"rows\": 25,", "\"rows\": 25, \"rows\": 26,", "manifest.property-duplicate", "rows")]
    [InlineData("\"rows\": 25", "\"rows\": 25, \"regels\": 25", "manifest.property-unknown", "\"regels\": 25")]
    [InlineData("\"rows\": 25", "\"rows\": 25, \"\\ud800\": 1", "manifest.property-unknown", "\"\\ud800\": 1")]
    [InlineData("\"rows\": 25", "\"rows\": \"25\"", "manifest.property-form", "\"25\"")]
    [InlineData("\"rows\": 25", "\"rows\": -1", "manifest.property-form", "-1")]
    [InlineData("\"rows\": 25", "\"rows\": 2.5", "manifest.property-form", "2.5")]
    [InlineData("\"rows\": 25", "\"rows\": 99999999999999999999", "manifest.property-form", "99999999999999999999")]
    [InlineData("\"rows\": 25", "\"rows\": null", "manifest.property-form", "null")]
    [InlineData("\"sequence\": 17", "\"sequence\": \"17\"", "manifest.property-form", "\"17\"")]
    [InlineData("+01:00", "", "manifest.property-form", "\"2025-02-17T06:00:00\"")]
    [InlineData("2025-02-17T", "2025-02-30T", "manifest.property-form", "\"2025-02-30T06:00:00+01:00\"")]
    [InlineData("\"9F86", "\"", "manifest.property-form", "\"" + HashEnd + "\"")]
    [InlineData("\"9F86", "\"9G86", "manifest.property-form", "\"9G86" + HashEnd + "\"")]
    [InlineData("\"politie-week\"", "\"\\ud800\"", "manifest.property-form", "\"\\ud800\"")]
    [InlineData("\"politie-week\"", "{}", "manifest.property-form", "{}")]
    public void Names_the_property_that_is_wrong(string from, string to, string code, string value)
    {
        var reading = Read(Right.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(reading.Manifest);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((0L, 0, code, value), (finding.Line, finding.Column, finding.Code, finding.Value));
    }

    [Fact]
    public void Agrees_with_the_file_it_describes() =>
        Assert.Empty(Read(Right).Manifest!.Compare(File, 1204, Hash, 25));

    [Fact]
    public void Leaves_rows_alone_that_are_not_counted_yet() =>
        Assert.Empty(Read(Right).Manifest!.Compare(File, 1204, Hash, null));

    [Fact]
    public void Shows_a_file_that_was_cut_off() => Assert.Equal(
        [FindingCode.ManifestBytes, FindingCode.ManifestRows, FindingCode.ManifestSha256],
        Read(Right).Manifest!.Compare(File, 1100, new string('0', 64), 22).Select(f => f.Code));

    [Fact]
    public void Shows_a_manifest_of_another_file() => Assert.Equal(
        [FindingCode.ManifestContract, FindingCode.ManifestFile],
        Read(Right).Manifest!.Compare("politie-week-district_twente_2025-W05_2025-W07.csv", 1204, Hash, 25)
            .Select(f => f.Code));

    private static ManifestReading Read(string json) => Manifest.Read(Encoding.UTF8.GetBytes(json));
}
