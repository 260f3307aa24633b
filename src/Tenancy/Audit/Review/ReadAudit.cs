using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>A page of the log, the newest line first.</summary>
/// <param name="Lines">What stands on it.</param>
/// <param name="Older">The line number before which the next page begins; null on the last.</param>
/// <param name="Count">How many lines the filter lets through, on all pages together.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Lines, long? Older, long Count);

/// <summary>Reads the audit chain of the current tenant. Whoever reads it is put on it by the caller.</summary>
public sealed class ReadAudit(TenantDb db)
{
    private const int PageLength = 50;

    /// <param name="filter">Which lines.</param>
    /// <param name="before">Only lines with a lower number; null for the newest.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<AuditPage> Page(AuditFilter filter, long? before, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var lines = filter.Of(db.Audit.AsNoTracking());
        var count = await lines.LongCountAsync(cancel);
        if (before is { } number)
            lines = lines.Where(l => l.Number < number);
        var found = await lines.OrderByDescending(l => l.Number).Take(PageLength + 1).Select(Entry)
            .ToListAsync(cancel);
        return new AuditPage(
            [.. found.Take(PageLength)], found.Count > PageLength ? found[PageLength - 1].Number : null, count);
    }

    /// <summary>Lines after a number, oldest first, one at a time; how many there are does not matter.</summary>
    /// <param name="filter">Which lines.</param>
    /// <param name="after">Only lines with a higher number; 0 for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    public IAsyncEnumerable<AuditEntry> Stream(AuditFilter filter, long after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        cancel.ThrowIfCancellationRequested();
        return filter.Of(db.Audit.AsNoTracking()).Where(l => l.Number > after).OrderBy(l => l.Number).Select(Entry)
            .AsAsyncEnumerable();
    }

    /// <summary>What to choose from: the events and results that stand in the log.</summary>
    public async Task<(IReadOnlyList<string> Events, IReadOnlyList<string> Results)> Words(CancellationToken cancel)
    {
        var lines = db.Audit.AsNoTracking();
        var events = await lines.Select(l => l.Event).Distinct().ToListAsync(cancel);
        var results = await lines.Select(l => l.Result).Distinct().ToListAsync(cancel);
        return ([.. events.Order(StringComparer.Ordinal)], [.. results.Order(StringComparer.Ordinal)]);
    }

    internal static Expression<Func<AuditLine, AuditEntry>> Entry => line => new AuditEntry
    {
        Number = line.Number, At = line.At, Event = line.Event, Result = line.Result, Actor = line.Actor,
        Origin = line.Origin, Subject = line.Subject, Purpose = line.Purpose, Hash = line.Hash,
    };
}
