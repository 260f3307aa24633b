using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>What becomes of a wish to change boroughs.</summary>
public abstract record BoroughOutcome
{
    private BoroughOutcome()
    {
    }

    /// <summary>It is on the record, and holds from the day that was asked.</summary>
    public sealed record Altered(AreaCode Code, long Number) : BoroughOutcome;

    /// <summary>This was so already; nothing changed.</summary>
    public sealed record Unchanged(AreaCode Code) : BoroughOutcome;

    /// <summary>Nothing changed.</summary>
    /// <param name="Code">Stable code, such as <c>boroughs.district-twice</c>.</param>
    /// <param name="Sentence">What is wrong and what holds, in Dutch.</param>
    public sealed record Refused(string Code, string Sentence) : BoroughOutcome;
}

/// <summary>
/// What every change of boroughs has in common: decided under the tenant's lock, and on the record with the data
/// version that it raises.
/// </summary>
internal sealed class AlterBoroughs(TenantChanges changes)
{
    /// <param name="decide">Makes the row out of the book, or says why there is none. Pure.</param>
    /// <param name="actor">Who wishes it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<BoroughOutcome> Execute(
        Func<BoroughBook, BoroughDecision> decide, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var book = await BoroughBook.Read(change.Db, cancel);
        var decision = decide(book);
        if (decision.Answer is { } answer)
            return answer;
        var version = await change.Db.RaiseVersion(cancel);
        var row = decision.Row!(book.Changes.NextNumber(), version, change.At);
        change.Db.BoroughChanges.Add(row);
        change.Record(
            new AuditEvent(
                $"borough.{row.Act.ToString().ToLowerInvariant()}",
                $"{row.Code}, indeling {row.BoundaryYear}, wijziging {row.Number}", Purpose: row.Reason),
            actor);
        await change.Commit(cancel);
        return new BoroughOutcome.Altered(AreaCode.Parse(row.Code), row.Number);
    }
}

/// <summary>What was decided: an answer without change, or the row of a change.</summary>
internal sealed record BoroughDecision(
    BoroughOutcome? Answer, Func<long, long, DateTime, BoroughChange>? Row = null)
{
    public static BoroughDecision Refuse(string code, string sentence) =>
        new(new BoroughOutcome.Refused(code, sentence));
}
