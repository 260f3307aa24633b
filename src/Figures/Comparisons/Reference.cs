using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>The earlier windows together.</summary>
/// <param name="Counts">Counts of each area of the level over all of them.</param>
/// <param name="Weeks">Weeks counted over all of them; 0 when nothing can be compared.</param>
/// <param name="IsMean">Whether an expectation is a mean over several windows.</param>
/// <param name="NotYetKnown">Whether nothing is there only because nobody knows what was known at the same lag.</param>
internal sealed record Reference(
    IReadOnlyDictionary<AreaCode, long> Counts, int Weeks, bool IsMean, bool NotYetKnown)
{
    public static Reference Of(Topic topic, Earlier earlier)
    {
        var (counts, weeks) = (new long[topic.Level.Count], 0);
        foreach (var window in earlier.Windows)
        {
            weeks += topic.CoverageIn(window.Cube, window.Weeks).Counted;
            var of = topic.CountsIn(window.Cube, window.Weeks);
            for (var i = 0; i < counts.Length; i++)
                counts[i] += of[i];
        }
        return new Reference(
            topic.Level.Select((area, i) => (area.Code, counts[i])).ToDictionary(), weeks, earlier.Windows.Count > 1,
            earlier.AtSameLag && earlier.Windows.Count == 0);
    }
}
