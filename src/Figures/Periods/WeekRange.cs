namespace Twente.Igw.Figures;

/// <summary>Whole ISO weeks from the first up to and including the last.</summary>
public readonly record struct WeekRange
{
    /// <exception cref="ArgumentOutOfRangeException">The last week lies before the first.</exception>
    public WeekRange(IsoWeek first, IsoWeek last)
    {
        if (last < first)
            throw new ArgumentOutOfRangeException(
                nameof(last), last, $"De laatste week {last} ligt voor de eerste {first}.");
        (First, Last) = (first, last);
    }

    public IsoWeek First { get; }

    public IsoWeek Last { get; }

    /// <summary>Number of weeks, at least 1.</summary>
    public int Length => Last.Index - First.Index + 1;

    public bool Contains(IsoWeek week) => week >= First && week <= Last;

    public WeekRange Plus(int weeks) => new(First.Plus(weeks), Last.Plus(weeks));

    public IEnumerable<IsoWeek> Weeks()
    {
        for (var week = First; week <= Last; week = week.Plus(1))
            yield return week;
    }

    public override string ToString() => $"{First} … {Last}";
}
