using Twente.Igw.Figures;
using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>
/// The mapping that the gemeenten share: in which group each class is counted, also one that the product does not have.
/// Written as lines of <c>code = groep</c>, or <c>code = groep = titel</c> for a class of their own.
/// </summary>
public static class ShareMapping
{
    private const char Is = '=';

    /// <summary>The product's categories with these lines applied.</summary>
    /// <param name="text">A line for each class that is counted otherwise; empty for none.</param>
    /// <returns>The categories, each group followed by its classes, or why a line cannot be.</returns>
    public static (IReadOnlyList<RegionalCategory> Categories, RegionalRefusal? Refused) Of(string text)
    {
        var all = DefaultModel.Categories(DefaultCategories.Tree).ToList();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(Is, 3, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || all.Find(c => c.IsGroup && c.Code == parts[1]) is not { } group)
                return (all, Wrong(line, "noem een groep die er is, zoals 1.1.1 = vermogen"));
            var known = all.FindIndex(c => !c.IsGroup && c.Code == parts[0]);
            if (known >= 0)
                all[known] = all[known] with { Group = group.Code, Tree = group.Tree };
            else if (parts.Length < 3 || !CategoryCode.TryParse(parts[0], out _) || parts[2].Length is 0 or > 100)
                return (all, Wrong(line, "geef een eigen soort een code en titel, zoals X1 = overlast = Drugsafval"));
            else
                all.Add(group with { Code = parts[0], Title = parts[2], Group = group.Code });
        }
        return ([.. all.Where(c => c.IsGroup).SelectMany(g => all.Where(c => c.Group == g.Code).Prepend(g))], null);
    }

    /// <summary>The lines of an agreement: what it counts otherwise than the product does.</summary>
    public static string Text(ModelAgreement model)
    {
        var own = DefaultModel.Categories(DefaultCategories.Tree).ToDictionary(c => c.Code, StringComparer.Ordinal);
        return string.Join('\n', model.Categories.Where(c => !c.IsGroup && own.GetValueOrDefault(c.Code) != c)
            .Select(c => $"{c.Code} {Is} {c.Group}" + (own.ContainsKey(c.Code) ? "" : $" {Is} {c.Title}")));
    }

    private static RegionalRefusal Wrong(string line, string rule) =>
        new("region.mapping", $"De regel '{line}' van de vertaling klopt niet: {rule}.");
}
