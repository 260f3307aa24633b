using System.Collections;
using System.Reflection;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class FindingRuleTests
{
    private static readonly string[] Codes =
    [
        .. typeof(FindingCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetValue(null)!),
    ];

    [Fact]
    public void Every_code_has_a_sentence_and_every_sentence_a_code()
    {
        var sentences = FindingRule.Sentences
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().Select(e => (string)e.Key);

        Assert.Equal(Codes.Order(StringComparer.Ordinal), sentences.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_rules_share_a_code() =>
        Assert.Equal(Codes.Length, Codes.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_sentence_is_the_same_whatever_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            Assert.Equal("Deze regel is leeg. Haal lege regels weg.", FindingRule.Of(FindingCode.RowBlank, []));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_sentence_says_what_it_leaves_open() => Assert.Equal(
        "Deze week valt buiten de bestandsnaam. Het bestand gaat over 2025-W05 tot en met 2025-W07.",
        FindingRule.Of(FindingCode.WeekOutsideRange, ["2025-W05", "2025-W07"]));
}
