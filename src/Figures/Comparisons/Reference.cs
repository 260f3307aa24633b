using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>The earlier windows together.</summary>
/// <param name="Counts">Counts of each area of the level over all of them; without areas where one is hidden.</param>
/// <param name="Weeks">Weeks counted over all of them; 0 when nothing can be compared.</param>
/// <param name="IsMean">Whether an expectation is a mean over several windows.</param>
/// <param name="NotYetKnown">Whether nothing is there only because nobody knows what was known at the same lag.</param>
internal sealed record Reference(
    IReadOnlyDictionary<AreaCode, long> Counts, int Weeks, bool IsMean, bool NotYetKnown)
{
    public static Reference Of(Topic topic, Earlier earlier)
    {
        var (counts, weeks) = (new long?[topic.Level.Count], 0);
        Array.Fill(counts, 0);
        foreach (var window in earlier.Windows)
        {
            weeks += topic.CoverageIn(window.Cube, window.Weeks).Counted;
            var of = LevelCounts.In(topic, window.Cube, window.Weeks).Areas;
            for (var i = 0; i < counts.Length; i++)
                counts[i] += of[i].Count;
        }
        return new Reference(
            topic.Level.Select((area, i) => (area.Code, Count: counts[i])).Where(a => a.Count is not null)
                .ToDictionary(a => a.Code, a => a.Count!.Value), weeks, earlier.Windows.Count > 1,
            earlier.AtSameLag && earlier.Windows.Count == 0);
    }
}
