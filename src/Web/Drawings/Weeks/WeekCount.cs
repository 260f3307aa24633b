using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>The count of one week, or its class; null when the week was not delivered, which is not zero.</summary>
internal sealed record WeekCount(IsoWeek Week, ShownCount Shown)
{
    /// <summary>Where it is drawn; null when it was not delivered or is shielded.</summary>
    public double? Amount => Shown.Amount;

    /// <summary>Late registrations still come.</summary>
    public bool Provisional { get; init; }

    /// <summary>Delivered, on boundaries that these figures cannot be converted from.</summary>
    public bool OnOtherBoundaries { get; init; }

    public string Value => Shown.IsKnown
        ? Provisional ? $"{CountText.Of(Shown)} *" : CountText.Of(Shown)
        : OnOtherBoundaries ? "andere indeling" : "geen levering";

    public Named Named => new($"week {Week.Week} van {Week.Year}", Amount, Value);
}

/// <summary>Weeks one after the other that all have a count: a line runs through these and nothing else.</summary>
internal static class Runs
{
    public static IEnumerable<IReadOnlyList<(int At, double Value)>> Of(IReadOnlyList<double?> values)
    {
        List<(int, double)> run = [];
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value)
                run.Add((i, value));
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        if (run.Count > 0)
            yield return run;
    }
}
