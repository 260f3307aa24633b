using System.Diagnostics.CodeAnalysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// The one place that decides what a viewer sees. Pages, texts, tooltips, exports, command line and API all pass
/// through here.
/// </summary>
public static class Disclosure
{
    /// <summary>Why nobody may see figures of this cube; null when they may be shown.</summary>
    internal static Refusal? Of(Cube cube) => cube.Stamp.Closed.Length == 0 ? null : Refusal.NotConfirmed();

    /// <summary>Makes of an answer what this viewer may see of it.</summary>
    /// <param name="answer">The exact answer.</param>
    /// <param name="viewer">For whom.</param>
    /// <param name="shown">What may be seen.</param>
    /// <param name="refusal">Why nothing may be seen.</param>
    /// <returns>Whether there is something to see.</returns>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente than the figures.</exception>
    public static bool Apply<T>(
        T answer, Viewer viewer, [NotNullWhen(true)] out T? shown, [NotNullWhen(false)] out Refusal? refusal)
        where T : class, IAnswer
    {
        if (viewer.Municipality != answer.Municipality)
            throw new ViewerElsewhereException(viewer.Municipality, answer.Municipality);

        (shown, refusal) = viewer.Ring switch
        {
            Ring.Exact => (answer, null),

            // Fixed grid of periods and counts in classes: its rules belong here and are not offered yet.
            Ring.Classes => (default(T), Refusal.RingNotAvailable()),

            // Read from the publication cube only, never derived from exact figures.
            _ => (null, Refusal.RingNotAvailable()),
        };
        return shown is not null;
    }
}

/// <summary>A viewer of one gemeente was about to be answered with figures of another.</summary>
public sealed class ViewerElsewhereException(AreaCode viewer, AreaCode figures)
    : InvalidOperationException($"A viewer of {viewer} asked figures of {figures}; a viewer sees one gemeente only.");
