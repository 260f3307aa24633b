using System.Runtime.InteropServices;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What is to become of a delivery, and everything needed to make it so.</summary>
/// <param name="State">Accepted, held or refused.</param>
/// <param name="Findings">Why; also the warnings of an accepted one.</param>
internal sealed record Judgement(DeliveryState State, Findings Findings)
{
    /// <summary>Null when not even the name could be read.</summary>
    public PolitieWeekFileName? Name { get; init; }

    /// <summary>The rows, when they were read.</summary>
    public CheckedFile? Checked { get; init; }

    public long OrderKey { get; init; }

    /// <summary>Totals per week and group, when the file was without fault.</summary>
    public IReadOnlyList<GroupTotal> Groups { get; init; } = [];

    public WeekRange? Weeks => Name?.Weeks;

    /// <summary>Whether it holds rows of another gemeente and so may not stay with this one.</summary>
    public bool HasForeignRows => Checked?.HasForeignRows ?? false;

    public static Judgement Refused(params Finding[] findings) => new(DeliveryState.Refused, Findings.Of(findings));
}

/// <summary>A week's total for one group of categories.</summary>
internal readonly record struct GroupTotal(IsoWeek Week, CategoryCode Group, long Total)
{
    /// <summary>Added up row by row: a backfill has a million of them, and grouping would hold them all.</summary>
    public static IReadOnlyList<GroupTotal> Of(CheckedFile check, CategoryTree categories)
    {
        var groups = categories.Classes.ToDictionary(c => c.Code, c => c.Parent!.Value);
        var totals = new Dictionary<(IsoWeek Week, CategoryCode Group), long>();
        foreach (var fact in check.Facts())
            CollectionsMarshal.GetValueRefOrAddDefault(totals, (fact.Week, groups[fact.Category]), out _) += fact.Count;
        return [.. totals.Select(t => new GroupTotal(t.Key.Week, t.Key.Group, t.Value))];
    }
}
