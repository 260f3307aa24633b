namespace Twente.Igw.Web.Drawings;

/// <summary>One thing in a drawing, as a description names it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Amount">How much, or null when that is not known or not shown.</param>
/// <param name="Value">The amount as people read it.</param>
internal readonly record struct Named(string Name, double? Amount, string Value);

/// <summary>The sentence for people who do not see a drawing: which is highest, which is lowest.</summary>
internal static class Extremes
{
    /// <summary><c>Hoogste: City (24). Laagste: Ribbelt (0), en 3 andere.</c></summary>
    public static string Of(IEnumerable<Named> all)
    {
        var known = all.Where(n => n.Amount is not null).ToList();
        if (known.Count == 0)
            return "Er zijn geen cijfers om te tonen.";
        var (highest, lowest) = (known.Max(n => n.Amount), known.Min(n => n.Amount));
        return highest == lowest
            ? $"Overal gelijk: {known[0].Value}."
            : $"Hoogste: {Names(known, highest)}. Laagste: {Names(known, lowest)}.";
    }

    private static string Names(List<Named> known, double? amount)
    {
        var those = known.Where(n => n.Amount == amount).ToList();
        var others = those.Count == 1 ? "" : $", en {Dutch.Count(those.Count - 1)} andere";
        return $"{those[0].Name} ({those[0].Value}){others}";
    }
}
