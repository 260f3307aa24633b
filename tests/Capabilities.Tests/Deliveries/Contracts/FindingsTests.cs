using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class FindingsTests
{
    [Fact]
    public void Keeps_the_first_thousand_and_counts_all()
    {
        var findings = new Findings();
        for (var line = 1; line <= 1_500; line++)
            findings.Add(line, 3, FindingCode.AreaForm, "x"u8);

        Assert.Equal(1_500, findings.Count);
        Assert.Equal(Enumerable.Range(1, 1_000).Select(n => (long)n), findings.Kept.Select(f => f.Line));
    }

    [Theory]
    [InlineData("a\tb\r\nc\0d\u001b[31m", "a␉b␍␊c␀d␛[31m")]
    [InlineData("\u007f", "␡")]
    [InlineData("a\u202Eb\u0085c\u2028", "a\\u202Eb\\u0085c\\u2028")]
    [InlineData("café 😀", "café 😀")]
    public void Makes_control_characters_of_a_value_visible(string value, string shown) =>
        Assert.Equal(shown, Finding.OfFile(FindingCode.FileName, value).Value);

    [Theory]
    [InlineData("x", 100, 100)]
    [InlineData("x", 101, 100)]
    [InlineData("😀", 5_000, 99)]
    [InlineData("\u202E", 5_000, 97)]
    public void Cuts_a_value_at_a_hundred_characters(string sign, int times, int length)
    {
        var value = PrintableValue.Of(string.Concat(Enumerable.Repeat(sign, times)));

        Assert.Equal(length, value.Length);
        Assert.Equal(sign.Length * times > 100, value.EndsWith('…'));
        Assert.DoesNotContain('\uFFFD', value);
    }

    [Fact]
    public void Shows_bytes_that_are_no_text_as_unreadable() =>
        Assert.Equal("a\uFFFD", PrintableValue.Of([0x61, 0xE9]));
}
