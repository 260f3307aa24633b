namespace Twente.Igw.Areas;

/// <summary>
/// Divides a neighbourhood over the neighbourhoods it was split into by how many people live in each. Known only where
/// each of these came from it alone: of an area with ground of two neighbourhoods nobody can tell who lived where.
/// </summary>
internal static class DivideByInhabitants
{
    /// <param name="parts">The neighbourhoods it was split into.</param>
    /// <param name="sources">How many neighbourhoods went into one.</param>
    /// <param name="areas">The areas after the split.</param>
    /// <returns>Weights in the order of the parts, adding to a whole; null when not known.</returns>
    public static IReadOnlyList<int>? Of(
        IReadOnlyList<AreaCode> parts, Func<AreaCode, int> sources, MunicipalityAreas areas)
    {
        var inhabitants = parts.Select(p => areas.Find(p)?.Inhabitants).ToList();
        if (parts.Count < 2 || parts.Any(p => sources(p) > 1) || inhabitants.Any(i => i is not > 0))
            return null;
        return DivideWhole.By([.. inhabitants.Select(i => (double)i!.Value)]);
    }
}

/// <summary>Divides a whole into weights that add up to it exactly, by largest remainder.</summary>
internal static class DivideWhole
{
    /// <param name="sizes">Sizes, above 0.</param>
    public static IReadOnlyList<int> By(IReadOnlyList<double> sizes)
    {
        var exact = sizes.Select(s => s / sizes.Sum() * CrosswalkRow.Whole).ToList();
        var weights = exact.Select(e => (int)Math.Floor(e)).ToArray();
        var left = CrosswalkRow.Whole - weights.Sum();
        foreach (var at in Enumerable.Range(0, sizes.Count).OrderByDescending(i => exact[i] - weights[i]).Take(left))
            weights[at]++;
        return weights;
    }
}
