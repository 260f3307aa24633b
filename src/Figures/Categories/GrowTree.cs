namespace Twente.Igw.Figures;

/// <summary>Derives groups, trees and the control total from the table of classes.</summary>
internal static class GrowTree
{
    public static IEnumerable<Category> From(
        IReadOnlyList<CategoryClass> table, IEnumerable<(string Code, string Title)> groups)
    {
        foreach (var line in table)
            yield return new Category(
                line.Code, line.Title, CategoryKind.Class, line.Group, line.Origin, line.Sensitive, line.Denominator)
            {
                Sensitivity = line.Sensitivity, EndsOn = line.EndsOn,
            };

        foreach (var (code, title) in groups)
        {
            var group = CategoryCode.Parse(code);
            var members = table.Where(c => c.Group == group).ToArray();
            if (members.Length == 0 || members[0].Tree == group)
                continue;
            yield return Sum(group, title, CategoryKind.Group, members[0].Tree, members);
        }

        yield return Tree(DefaultCategories.Offences, "Misdrijven", table);
        yield return Tree(DefaultCategories.Nuisance, "Overlast", table);
        yield return Sum(DefaultCategories.Total, "Totaal (controle)", CategoryKind.ControlTotal, null, table);
    }

    private static Category Tree(CategoryCode code, string title, IEnumerable<CategoryClass> table) =>
        Sum(code, title, CategoryKind.Tree, null, [.. table.Where(c => c.Tree == code)]);

    /// <summary>
    /// A sum follows effort when most of its classes do. Sensitivity stays with the class: the sum of many classes
    /// does not tell which of them it was.
    /// </summary>
    private static Category Sum(
        CategoryCode code, string title, CategoryKind kind, CategoryCode? parent, IReadOnlyCollection<CategoryClass> of)
    {
        var found = of.Count(c => c.Origin == CategoryOrigin.Found) * 2 > of.Count;
        var denominators = of.Select(c => c.Denominator).Distinct().ToArray();
        return new Category(
            code, title, kind, parent, found ? CategoryOrigin.Found : CategoryOrigin.Reported, Sensitive: false,
            denominators is [var shared] ? shared : Denominator.Inhabitants);
    }
}
