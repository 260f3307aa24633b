using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("25", 2500)]
    [InlineData("2,5", 250)]
    [InlineData("2.5", 250)]
    [InlineData("2,05", 205)]
    [InlineData("007", 700)]
    public void A_comma_and_a_point_both_are_the_decimal_mark(string text, long hundredths)
    {
        Assert.True(WrittenNumber.TryRead(text, out var number));
        Assert.Equal(hundredths, number.Value.Hundredths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-99997")]
    [InlineData("-99995")]
    public void Empty_and_the_sentinels_of_CBS_are_not_known_and_never_zero(string text)
    {
        Assert.True(WrittenNumber.TryRead(text, out var number));
        Assert.False(number.Value.IsKnown);
        Assert.Null(number.Value.Number);
        Assert.NotEqual(KeyFigureValue.Of(0), number.Value);
    }

    [Fact]
    public void Three_digits_behind_a_mark_are_told_apart_so_that_thousands_are_refused()
    {
        Assert.True(WrittenNumber.TryRead("1.234", out var number));
        Assert.Equal(3, number.Decimals);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 000")]
    [InlineData("1.234,5")]
    [InlineData("1,2,3")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("=1+1")]
    [InlineData("1e3")]
    [InlineData("١٢")]
    [InlineData("1234567890123")]
    [InlineData("-99996")]
    [InlineData("NaN")]
    public void Anything_else_is_no_number(string text) => Assert.False(WrittenNumber.TryRead(text, out _));

    [Fact]
    public void A_sum_with_something_unknown_is_unknown()
    {
        Assert.Equal(KeyFigureValue.Of(5), KeyFigureValue.Of(2).Plus(KeyFigureValue.Of(3)));
        Assert.False(KeyFigureValue.Of(2).Plus(KeyFigureValue.NotKnown).IsKnown);
        Assert.Throws<InvalidOperationException>(() => KeyFigureValue.NotKnown.Hundredths);
    }
}
