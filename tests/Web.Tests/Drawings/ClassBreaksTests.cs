using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class ClassBreaksTests
{
    public static TheoryData<string, int> Maps =>
        new(from category in new[] { "misdrijven", "vermogen", "overlast", "geweld", "1.1.1", "totaal" }
            from weeks in Window.Lengths
            select (category, weeks));

    [Theory, MemberData(nameof(Maps))]
    public void Classes_begin_where_they_always_begin(string category, int weeks)
    {
        foreach (var measure in (Measure[])[Measure.Count, Measure.Per1000])
        {
            var scale = ClassBreaks.For(measure, CategoryCode.Parse(category), weeks);

            Assert.Equal(ClassScale.Classes - 1, scale.From.Count);
            Assert.Equal(ClassScale.Classes, scale.Labels.Count);
            Assert.Equal(scale.From.Order(), scale.From);
            Assert.Equal(scale.From.Distinct(), scale.From);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(20, 5)]
    [InlineData(9999, 5)]
    public void The_same_value_has_the_same_class_whatever_else_is_on_the_map(int count, int expected)
    {
        var scale = ClassBreaks.For(Measure.Count, CategoryCode.Parse("vermogen"), 4);

        Assert.Equal(expected, scale.ClassOf(count));
    }

    [Fact]
    public void Counts_of_four_weeks_never_part_the_classes_that_readers_see()
    {
        var scale = ClassBreaks.For(Measure.Count, CategoryCode.Parse("vermogen"), 4);

        Assert.Equal(["0", "1–4", "5–9", "10–19", "20 of meer"], scale.Labels);
    }

    [Fact]
    public void A_rate_is_labelled_without_gaps_between_classes()
    {
        var scale = ClassBreaks.For(Measure.Per1000, CategoryCode.Parse("geweld"), 4);

        Assert.Equal(["onder 0,25", "0,25 tot 0,5", "0,5 tot 1", "1 tot 2", "2 of meer"], scale.Labels);
    }

    [Fact]
    public void A_window_of_another_length_takes_the_breaks_of_the_nearest()
    {
        var code = CategoryCode.Parse("vermogen");

        Assert.Equal(ClassBreaks.For(Measure.Count, code, 12).From, ClassBreaks.For(Measure.Count, code, 13).From);
    }

    [Theory]
    [InlineData("hoger", 3.0, 5)]
    [InlineData("hoger", 1.3, 4)]
    [InlineData("geen duidelijk verschil", 3.0, 3)]
    [InlineData("vergelijkbaar", 1.0, 3)]
    [InlineData("lager", 0.7, 2)]
    [InlineData("lager", 0.4, 1)]
    [InlineData("te weinig voor een uitspraak", 3.0, null)]
    [InlineData("volgt vooral inzet", 3.0, null)]
    [InlineData("nog niet te zeggen", 3.0, null)]
    public void A_difference_is_coloured_by_its_verdict_and_not_by_its_size(string verdict, double ratio, int? expected)
    {
        var compared = new RowComparison
        {
            Expected = 20, Difference = 0, Ratio = ratio, Lower = null, Upper = null, Verdict = verdict,
            Explanation = "",
        };

        Assert.Equal(expected, Deviation.ClassOf(compared));
    }
}
