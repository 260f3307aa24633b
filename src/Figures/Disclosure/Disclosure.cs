using System.Diagnostics.CodeAnalysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// The one place that decides what a viewer sees. Pages, texts, tooltips, exports, command line and API all pass
/// through here: with the question (may it be asked), and with the answer (what of it is shown).
/// </summary>
public static class Disclosure
{
    /// <summary>The windows a viewer may ask for, in weeks.</summary>
    public static IReadOnlyList<int> LengthsFor(Viewer viewer) =>
        viewer.Ring == Ring.Exact ? Window.Lengths : Grid.Lengths;

    /// <summary>Whether a category may be asked by week and neighbourhood; if not, only by gemeente and year.</summary>
    public static bool Offers(Category category, Viewer viewer) => category.Sensitivity is null || viewer.SeesSensitive;

    /// <summary>The newest whole year, for what is offered by year only.</summary>
    public static WeekRange NewestYear(IsoWeek stand) => Grid.NewestYear(stand);

    /// <summary>Why nobody may see figures of this cube; null when they may be shown.</summary>
    internal static Refusal? Of(Cube cube) => cube.Stamp.Closed.Length == 0 ? null : Refusal.NotConfirmed();

    /// <summary>Why a viewer may not look back; asked before an older cube is made. Null when she may.</summary>
    internal static Refusal? Objection(KnownOn? then, Viewer viewer) =>
        then is not null && viewer.Ring != Ring.Exact ? Refusal.NotAsKnownOn() : null;

    /// <summary>Why this viewer may not ask this; null when she may.</summary>
    /// <param name="question">A question that the cube can answer.</param>
    /// <param name="cube">The cube.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="perWeek">Whether the answer is finer than its period: by week, or by weekday and daypart.</param>
    internal static Refusal? Objection(FigureQuestion question, Cube cube, Viewer viewer, bool perWeek)
    {
        var category = cube.Tree.Find(question.Category)!;
        if (!Offers(category, viewer)
            && category.Sensitivity!.Objection(question, cube, category, perWeek) is { } tooFine)
            return tooFine;
        return viewer.Ring == Ring.Classes ? Grid.Objection(question, cube, perWeek) : null;
    }

    /// <summary>
    /// The classes that a sum leaves out for a viewer, so that subtracting what she does see never gives them back.
    /// </summary>
    internal static IReadOnlyList<CategoryCode> LeftOut(Category category, CategoryTree tree, bool seesSensitive) =>
        seesSensitive || category.Kind == CategoryKind.Class
            ? []
            : [.. tree.LeavesOf(category.Code).Where(c => tree.Find(c)!.Sensitivity is not null)];

    /// <summary>Makes of an answer what this viewer may see of it.</summary>
    /// <param name="answer">The answer, made for this viewer.</param>
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
            Ring.Classes when ShowClasses.Of(answer) is T classed => (classed, null),
            Ring.Classes => (default(T), Refusal.ExactOnly()),

            // Read from the publication cube only, never derived from exact figures.
            _ => (null, Refusal.RingNotAvailable()),
        };
        return shown is not null;
    }
}

/// <summary>A viewer of one gemeente was about to be answered with figures of another.</summary>
public sealed class ViewerElsewhereException(AreaCode viewer, AreaCode figures)
    : InvalidOperationException($"A viewer of {viewer} asked figures of {figures}; a viewer sees one gemeente only.");
