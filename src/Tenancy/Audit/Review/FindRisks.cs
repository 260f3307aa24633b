namespace Twente.Igw.Tenancy;

/// <summary>A view of the log on use that deserves a question.</summary>
public enum AuditRisk
{
    /// <summary>Somebody took out a lot on one day.</summary>
    BulkExport,

    /// <summary>Somebody worked at night or in a weekend.</summary>
    OutsideOfficeDays,

    /// <summary>Somebody saw a sensitive category for the first time.</summary>
    FirstSensitive,
}

/// <summary>What to look for: Tenancy knows neither exports nor categories, who does says it.</summary>
/// <param name="Exports">Events by which figures leave the platform.</param>
/// <param name="Uses">Events by which somebody sees figures, exports among them.</param>
/// <param name="Sensitive">The codes of sensitive categories, as they stand in subjects.</param>
public sealed record RiskWords(
    IReadOnlySet<string> Exports, IReadOnlySet<string> Uses, IReadOnlyList<string> Sensitive);

/// <summary>Finds lines of the current tenant's log that deserve a question; none of them is wrong by itself.</summary>
public sealed class FindRisks(ReadAudit read)
{
    /// <summary>From so many exports of one person on one day.</summary>
    public const int BulkFrom = 10;

    /// <summary>Doors through which no person comes: jobs of the platform.</summary>
    private const string OfJobs = "taak";

    private static readonly char[] BetweenWords = [' ', '·', ',', ';', '/'];

    /// <param name="risk">Which view.</param>
    /// <param name="filter">In which lines.</param>
    /// <param name="words">What to look for.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <returns>The lines, oldest first.</returns>
    public Task<IReadOnlyList<AuditEntry>> Execute(
        AuditRisk risk, AuditFilter filter, RiskWords words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        return risk switch
        {
            AuditRisk.BulkExport => BulkExports(filter, words, cancel),
            AuditRisk.OutsideOfficeDays => Those(
                filter, l => l.Origin != OfJobs && DutchClock.IsOutsideOfficeDays(l.At), cancel),
            _ => FirstSensitive(filter, words, cancel),
        };
    }

    private async Task<IReadOnlyList<AuditEntry>> BulkExports(
        AuditFilter filter, RiskWords words, CancellationToken cancel)
    {
        var exports = await Those(filter, l => words.Exports.Contains(l.Event), cancel);
        return
        [
            .. exports.GroupBy(l => (l.Actor, DutchClock.Of(l.At).Date)).Where(day => day.Count() >= BulkFrom)
                .SelectMany(day => day).OrderBy(l => l.Number),
        ];
    }

    /// <summary>Whether it was the first time follows from the whole log; what is shown is within the filter.</summary>
    private async Task<IReadOnlyList<AuditEntry>> FirstSensitive(
        AuditFilter filter, RiskWords words, CancellationToken cancel)
    {
        var (seen, sensitive) = (new HashSet<(string, string)>(), words.Sensitive.ToHashSet(StringComparer.Ordinal));
        HashSet<long> first = [];
        await foreach (var line in read.Stream(AuditFilter.All, 0, cancel).WithCancellation(cancel))
            if (words.Uses.Contains(line.Event) && CategoryIn(line, sensitive) is { } category
                && seen.Add((line.Actor, category)))
                first.Add(line.Number);
        return await Those(filter, l => first.Contains(l.Number), cancel);
    }

    /// <summary>Subjects name a category as a word (<c>buurt · 1.4.1</c>) or within a file name.</summary>
    private static string? CategoryIn(AuditEntry line, HashSet<string> sensitive) =>
        line.Subject.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => word.Split('-').Prepend(word)).FirstOrDefault(sensitive.Contains);

    private async Task<IReadOnlyList<AuditEntry>> Those(
        AuditFilter filter, Func<AuditEntry, bool> which, CancellationToken cancel)
    {
        var found = new List<AuditEntry>();
        await foreach (var line in read.Stream(filter, 0, cancel).WithCancellation(cancel))
            if (which(line))
                found.Add(line);
        return found;
    }
}
