using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Publishing;

public sealed class ShareMappingTests
{
    [Fact]
    public void Without_a_line_every_class_counts_where_the_product_counts_it()
    {
        var (categories, refused) = ShareMapping.Of("");

        Assert.Null(refused);
        Assert.Equal("vermogen", categories.Single(c => c.Code == "1.1.1").Group);
        Assert.Equal("", ShareMapping.Text(With(categories)));
    }

    [Fact]
    public void A_class_moves_to_another_group_and_a_class_of_their_own_joins_one()
    {
        const string lines = "1.1.1 = overig\nX1 = overlast = Drugsafval";

        var (categories, refused) = ShareMapping.Of(lines);

        Assert.Null(refused);
        Assert.Equal("overig", categories.Single(c => c.Code == "1.1.1").Group);
        var own = categories.Single(c => c.Code == "X1");
        Assert.Equal(("Drugsafval", "overlast", "overlast"), (own.Title, own.Group, own.Tree));
        Assert.Equal(lines, ShareMapping.Text(With(categories)));
        // Each group is followed by its classes: pages and addresses count on it.
        var last = "";
        foreach (var category in categories)
            Assert.Equal(last = category.Group is null ? category.Code : last, category.Group ?? category.Code);
    }

    [Theory]
    [InlineData("1.1.1 = inbraak")]
    [InlineData("1.1.1")]
    [InlineData("X1 = overlast")]
    [InlineData("met spatie = overlast = Titel")]
    public void A_line_that_cannot_be_is_refused_by_itself(string line)
    {
        var (_, refused) = ShareMapping.Of("1.1.2 = overig\n" + line);

        Assert.Equal("region.mapping", refused!.Code);
        Assert.Contains($"'{line}'", refused.Sentence, StringComparison.Ordinal);
    }

    private static ModelAgreement With(IReadOnlyList<RegionalCategory> categories) =>
        InventedCounts.Model with { Categories = categories };
}
