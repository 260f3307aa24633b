using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Twente.Igw.Tenancy;

/// <summary>
/// A change of a gemeente's own settings: a row that is added and never altered, in force from a day on. Taking one
/// back is a row too, so that the rows are their own history.
/// </summary>
public abstract class DatedChange
{
    /// <summary>Longest reason, and longest title or name.</summary>
    public const int TextLength = 300;

    /// <summary>From 1, in the order in which changes were made.</summary>
    public required long Number { get; init; }

    /// <summary>The data version from which readers can see it.</summary>
    public required long Version { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Pseudonymous name of who made it.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary>Number of the change that this one takes back; null for every other change.</summary>
    public long? Undoes { get; init; }

    /// <summary>Maps what every kind of change has.</summary>
    public static void Map<T>(EntityTypeBuilder<T> change) where T : DatedChange
    {
        change.HasKey(c => c.Number);
        change.Property(c => c.Number).ValueGeneratedNever();
        change.Property(c => c.By).HasMaxLength(200);
        change.Property(c => c.Reason).HasMaxLength(TextLength);
    }
}

/// <summary>Which changes stand, and which of those hold on a day.</summary>
public static class DatedChanges
{
    /// <summary>Changes that were not taken back, in the order in which they come into force.</summary>
    public static IReadOnlyList<T> Standing<T>(this IEnumerable<T> changes) where T : DatedChange
    {
        var all = changes.ToList();
        var undone = all.Select(c => c.Undoes).OfType<long>().ToHashSet();
        return
        [
            .. all.Where(c => c.Undoes is null && !undone.Contains(c.Number)).OrderBy(c => c.From)
                .ThenBy(c => c.Number),
        ];
    }

    /// <summary>Standing changes that hold on a day.</summary>
    public static IEnumerable<T> InForceOn<T>(this IEnumerable<T> changes, DateOnly day) where T : DatedChange =>
        changes.Standing().Where(c => c.From <= day);

    /// <summary>The change that was made last and stands; null when none does.</summary>
    public static T? LastMade<T>(this IEnumerable<T> changes) where T : DatedChange =>
        changes.Standing().MaxBy(c => c.Number);

    /// <summary>The number of a next change.</summary>
    public static long NextNumber<T>(this IReadOnlyCollection<T> changes) where T : DatedChange =>
        changes.Count == 0 ? 1 : changes.Max(c => c.Number) + 1;

    /// <summary>Why a reason cannot be taken, in Dutch; null when it can.</summary>
    public static string? ObjectionToReason(string? reason) => reason?.Trim() switch
    {
        null or "" => "Geef een reden op: die komt in de geschiedenis te staan.",
        { Length: > DatedChange.TextLength } => $"De reden is langer dan {DatedChange.TextLength} tekens.",
        _ => null,
    };
}
