namespace Twente.Igw.Figures;

/// <summary>What becomes of a question for what a delivery changed.</summary>
public abstract record RevisionOutcome
{
    private RevisionOutcome()
    {
    }

    /// <summary>The question was answered, and the viewer may see it.</summary>
    public sealed record Answered(RevisionAnswer Answer) : RevisionOutcome;

    /// <summary>The delivery never counted for a week.</summary>
    public sealed record NeverCounted : RevisionOutcome;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : RevisionOutcome;
}

/// <summary>
/// Answers what a delivery changed in the figures of the current tenant: by week, category and neighbourhood. Only
/// weeks that counted before can differ; what is in new weeks is stated apart.
/// </summary>
public sealed class AnswerRevision(CubeStore cubes)
{
    /// <param name="delivery">The number of the delivery.</param>
    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the answering.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async Task<RevisionOutcome> Answer(long delivery, Viewer viewer, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var history = cube.Weeks.History;
        var began = history.BeganToCount(delivery);
        if (began.Count == 0)
            return new RevisionOutcome.NeverCounted();

        var pairs = began.Select(after => (Before: history.Before(after), After: after)).ToList();
        var (blocks, codes) = await cubes.Blocks(
            [.. pairs.Select(p => p.After), .. pairs.Select(p => p.Before).OfType<CountingSpan>()], cancel);
        var made = new MakeRevision(cube.Tree, codes, viewer.SeesSensitive);
        var answer = new RevisionAnswer
        {
            Municipality = cube.Stamp.Municipality, Delivery = delivery, Version = began[0].FromVersion,
            At = history.MomentOf(began[0].FromVersion), Ring = viewer.Ring,
            WithoutSensitive = !viewer.SeesSensitive,
            Weeks = [.. pairs.Select(p => made.Add(new WeekRevision(
                p.Before is { } before ? blocks[(before.Delivery, before.Week)] : null,
                blocks[(p.After.Delivery, p.After.Week)])))],
            Categories = made.Categories(),
            Areas = made.Areas((year, area) => cube.Areas(year)?.Find(area)?.Name),
        };
        return Disclosure.Apply(answer, viewer, out var shown, out var closed)
            ? new RevisionOutcome.Answered(shown)
            : new RevisionOutcome.Refused(closed);
    }
}
