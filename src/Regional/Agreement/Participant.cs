namespace Twente.Igw.Regional;

/// <summary>A gemeente that accepted the model agreement, and what she leaves out of it.</summary>
public sealed record Participant
{
    /// <summary>Her code, <c>GM0153</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required int ModelVersion { get; init; }

    /// <summary>The first month that she publishes.</summary>
    public required ReportingPeriod From { get; init; }

    public required RegionalLevels Levels { get; init; }

    public required RegionalUnits Units { get; init; }

    /// <summary>Categories that she does not publish.</summary>
    public required IReadOnlyList<string> Excluded { get; init; }

    /// <summary>The role that approves each month.</summary>
    public required string ApproverRole { get; init; }

    /// <summary>Why she deviates; empty when she does not.</summary>
    public required string Reason { get; init; }

    /// <summary>When she accepted, in UTC.</summary>
    public required DateTime AcceptedAt { get; init; }

    /// <summary>Whether she publishes a category: not one she left out, nor a class of a group she left out.</summary>
    public bool Publishes(RegionalCategory category) =>
        !Excluded.Contains(category.Code, StringComparer.Ordinal)
        && (category.Group is null || !Excluded.Contains(category.Group, StringComparer.Ordinal));

    /// <summary>What she does otherwise than the model, in Dutch; empty when nothing.</summary>
    public IEnumerable<string> Deviations(ModelAgreement model)
    {
        if (From.CompareTo(model.From) > 0)
            yield return $"vanaf {From} in plaats van {model.From}";
        if ((model.Levels & ~Levels) != RegionalLevels.None)
            yield return "geen wijken";
        if ((model.Units & ~Units) != RegionalUnits.None)
            yield return $"niet per {string.Join(" en ", RegionalWords.Of(model.Units & ~Units))}";
        foreach (var code in Excluded)
            yield return $"zonder {model.Find(code)?.Title ?? code}";
    }
}
