using Twente.Igw.Figures;
using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>A model agreement to begin with: the product's own categories, for the gemeenten to decide on.</summary>
public static class DefaultModel
{
    /// <summary>Day of the next month on which a month is published, unless decided otherwise.</summary>
    public const int AgreedDay = 15;

    /// <param name="members">Codes of the gemeenten of the region.</param>
    /// <param name="from">The first month.</param>
    /// <param name="by">Pseudonymous name of who writes it down.</param>
    public static ModelAgreement Of(IReadOnlyList<string> members, ReportingPeriod from, string by) => new()
    {
        Version = 0, From = from, Levels = RegionalLevels.Municipality | RegionalLevels.District,
        Units = RegionalUnits.Month | RegionalUnits.Quarter | RegionalUnits.Year, AgreedDay = AgreedDay,
        Members = members, Categories = [.. Categories(DefaultCategories.Tree)],
        Text = "Cijfers per gemeente en wijk, met ruis beschermd, na goedkeuring door elke gemeente.",
        DecidedAt = default, DecidedBy = by,
    };

    /// <summary>Each group of a tree of categories, followed by its classes.</summary>
    public static IEnumerable<RegionalCategory> Categories(CategoryTree tree)
    {
        foreach (var group in tree.Groups)
        {
            yield return Of(group, null, TreeOf(tree, group));
            foreach (var one in tree.Classes.Where(c => c.Parent == group.Code))
                yield return Of(one, group.Code.ToString(), TreeOf(tree, group));
        }
    }

    private static RegionalCategory Of(Category category, string? group, string tree) => new(
        category.Code.ToString(), category.Title, group, tree, category.Origin == CategoryOrigin.Found,
        category.Denominator switch
        {
            Denominator.Inhabitants => RegionalDenominator.Inhabitants,
            Denominator.Homes => RegionalDenominator.Households,
            _ => RegionalDenominator.None,
        }, category.Sensitive && group is not null);

    private static string TreeOf(CategoryTree tree, Category node) =>
        node.Parent is { } parent && tree.Find(parent) is { Kind: CategoryKind.Tree } above
            ? above.Code.ToString() : node.Code.ToString();
}
