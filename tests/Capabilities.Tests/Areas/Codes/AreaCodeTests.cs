using Twente.Igw.Areas;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

public sealed class AreaCodeTests
{
    [Theory]
    [InlineData("GM0153", AreaLevel.Municipality)]
    [InlineData("WK015300", AreaLevel.District)]
    [InlineData("WK0153A0", AreaLevel.District)]
    [InlineData("BU01530000", AreaLevel.Neighbourhood)]
    [InlineData("BU0153AB0Z", AreaLevel.Neighbourhood)]
    public void A_code_says_its_level_and_may_hold_letters_after_the_municipality(string text, AreaLevel level)
    {
        var code = AreaCode.Parse(text);

        Assert.Equal(level, code.Level);
        Assert.Equal(text, code.ToString());
        Assert.Equal("GM0153", code.Municipality.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GM")]
    [InlineData("GM153")]
    [InlineData("GM01530")]
    [InlineData("GM015A")]
    [InlineData("gm0153")]
    [InlineData("WK01530")]
    [InlineData("WK015300 ")]
    [InlineData("BU0153000")]
    [InlineData("BU01530a00")]
    [InlineData("BU0153000é")]
    [InlineData("BUA1530000")]
    [InlineData("BU٠١٥٣0000")]
    [InlineData("XX01530000")]
    public void Anything_else_is_not_a_code(string? text)
    {
        Assert.False(AreaCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => AreaCode.Parse(text!));
    }

    [Fact]
    public void A_neighbourhood_names_its_district_and_a_municipality_lies_in_none()
    {
        Assert.Equal("WK0153A1", AreaCode.Parse("BU0153A1B2").District.Code);
        Assert.Throws<InvalidOperationException>(() => AreaCode.Parse("GM0153").District);
    }

    [Fact]
    public void A_code_that_was_never_given_a_value_is_not_used_by_accident() =>
        Assert.Throws<InvalidOperationException>(() => default(AreaCode).Code);
}
