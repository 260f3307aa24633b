using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>The weeks of a cube on other boundaries than they were delivered on.</summary>
/// <param name="Coverage">Which weeks count on which boundaries, conversions included.</param>
/// <param name="Blocks">The converted cells, ordered by the year converted to, then by week.</param>
/// <param name="Codes">What the numbers in these cells, and in those they were made of, stand for.</param>
/// <param name="Conversions">Through which crosswalks.</param>
internal sealed record ConvertedBlocks(
    Coverage Coverage, IReadOnlyList<WeekBlock> Blocks, Codes Codes, IReadOnlyList<Conversion> Conversions)
{
    public static ConvertedBlocks Of(
        AreaCode municipality, CategoryTree tree, CountedWeeks weeks, IReadOnlyList<Crosswalk> crosswalks)
    {
        List<Conversion> conversions = [.. crosswalks.Select(c => new Conversion(c)).OrderBy(c => c.To)];
        var coverage = new Coverage(weeks.Counting, conversions.Select(c => (c.From, c.To)).ToHashSet());
        if (conversions.Count == 0)
            return new ConvertedBlocks(coverage, [], weeks.Codes, []);
        var codes = new ConvertedCodes(
            weeks.Codes, conversions.SelectMany(c => c.Targets).Append(municipality.Code));
        // A week that is not whole on the other boundaries stays a gap there; half of it would be a figure too low.
        var blocks = conversions.SelectMany(c => ConvertWeeks.Execute(
            c, weeks.Blocks.Where(b => coverage.IsWholeOn(b.Week, c.To)), tree, codes, municipality));
        return new ConvertedBlocks(coverage, [.. blocks], codes.Of, conversions);
    }

    /// <summary>Whether an area holds counts that were divided, in weeks converted from these years.</summary>
    public bool Divides(AreaCode area, int year, IReadOnlyList<ConvertedWeeks> weeks) => Conversions.Any(
        c => c.To == year && weeks.Any(w => w.BoundaryYear == c.From) && c.Divides(area));
}
