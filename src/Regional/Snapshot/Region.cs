using System.Collections.Frozen;
using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>Everything of the region at one version, immutable; pages and answers are made from it alone.</summary>
public sealed class Region
{
    /// <summary>Rises with every change.</summary>
    public required long Version { get; init; }

    /// <summary>The agreement in force; null while nothing was decided.</summary>
    public required ModelAgreement? Model { get; init; }

    /// <summary>Every version of the agreement, newest first.</summary>
    public required IReadOnlyList<ModelAgreement> Models { get; init; }

    /// <summary>Each gemeente of the region, by name; also those that do not take part.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>The texts that may be taken over, by title.</summary>
    public required IReadOnlyList<LibraryText> Texts { get; init; }

    /// <summary>The newest month that anybody published; null while nobody did.</summary>
    public required ReportingPeriod? Newest { get; init; }

    public static Region Empty { get; } = new()
    {
        Version = -1, Model = null, Models = [], Members = [], Texts = [], Newest = null,
    };

    public Member? Find(string municipality) =>
        Members.FirstOrDefault(m => string.Equals(m.Code, municipality, StringComparison.Ordinal));

    /// <summary>Months of the region's that are over, newest first, at most so many.</summary>
    public IEnumerable<ReportingPeriod> Months(DateOnly today, int most)
    {
        if (Model is not { } model)
            yield break;
        var month = ReportingPeriod.MonthOf(today).Previous;
        for (var at = 0; at < most && month.CompareTo(model.From) >= 0; at++, month = month.Previous)
            yield return month;
    }
}

/// <summary>A gemeente of the region and what she published.</summary>
public sealed record Member
{
    public required AreaCode Area { get; init; }

    public string Code => Area.Code;

    public required string Name { get; init; }

    /// <summary>On the newest boundaries; null when that is not known.</summary>
    public int? Inhabitants { get; init; }

    /// <summary>What she accepted; null when she takes no part.</summary>
    public Participant? Participant { get; init; }

    public PublishedCounts Counts { get; init; } = PublishedCounts.None;

    /// <summary>What she published, newest first.</summary>
    public IReadOnlyList<PublicationNote> Publications { get; init; } = [];

    public PublicationNote? Latest => Publications.Count == 0 ? null : Publications[0];

    /// <summary>How far she is with each month.</summary>
    public IReadOnlyDictionary<ReportingPeriod, MonthState> Months { get; init; } =
        FrozenDictionary<ReportingPeriod, MonthState>.Empty;

    /// <summary>How far she is with a month.</summary>
    /// <param name="model">The agreement in force.</param>
    /// <param name="month">A month.</param>
    /// <param name="today">The day in the Netherlands.</param>
    public MonthStage StageOf(ModelAgreement model, ReportingPeriod month, DateOnly today)
    {
        if (Participant is null)
            return MonthStage.NoAgreement;
        if (month.CompareTo(Participant.From) < 0)
            return MonthStage.NotAsked;
        if (Latest is { } latest && latest.Month.CompareTo(month) >= 0)
            return MonthStage.Published;
        // A month is proposed with everything before it.
        var since = Months.Where(m => m.Key.CompareTo(month) >= 0).Select(m => m.Value).ToList();
        if (since.Exists(s => s.ApprovedAt is not null))
            return MonthStage.Approved;
        var late = today > model.PublishedOn(month);
        return (since.Exists(s => s.DeliveredAt is not null), late) switch
        {
            (false, false) => MonthStage.Awaited,
            (false, true) => MonthStage.NotDelivered,
            (_, false) => MonthStage.ToApprove,
            _ => MonthStage.NotApproved,
        };
    }
}

/// <summary>How far a gemeente is with a month.</summary>
public enum MonthStage
{
    /// <summary>She does not take part.</summary>
    NoAgreement,

    /// <summary>From before she took part.</summary>
    NotAsked,

    /// <summary>Not every week was delivered yet, and the agreed day has not passed.</summary>
    Awaited,

    /// <summary>Delivered, waits for her approval; the agreed day has not passed.</summary>
    ToApprove,

    /// <summary>Approved, waits for the agreed day.</summary>
    Approved,

    /// <summary>The agreed day passed and weeks are still missing.</summary>
    NotDelivered,

    /// <summary>The agreed day passed without an approval: nog niet vrijgegeven.</summary>
    NotApproved,
    Published,
}

/// <summary>What is known of a month.</summary>
public sealed record MonthState(DateTime? DeliveredAt, DateTime? ApprovedAt)
{
    /// <summary>When she was last reminded, in UTC.</summary>
    public DateTime? RemindedAt { get; init; }
}

/// <summary>A publication, without its cells.</summary>
/// <param name="Number">From 1 per gemeente.</param>
/// <param name="Month">The last month in it.</param>
/// <param name="PublishedAt">In UTC.</param>
/// <param name="Note">Her duiding; empty for "geen bijzonderheden".</param>
/// <param name="ApproverRole">The role that approved it.</param>
/// <param name="BoundaryYear">The boundaries of its districts.</param>
public sealed record PublicationNote(
    int Number, ReportingPeriod Month, DateTime PublishedAt, string Note, string ApproverRole, int BoundaryYear)
{
    /// <summary>Her duiding as it is shown.</summary>
    public string Shown => Note.Length == 0 ? "Geen bijzonderheden." : Note;
}

/// <summary>A text that may be taken over.</summary>
public sealed record LibraryText(Guid Id, string Title, string Text);
