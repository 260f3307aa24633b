using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>What becomes of a wish to change categories.</summary>
public abstract record CategoryOutcome
{
    private CategoryOutcome()
    {
    }

    /// <summary>It is on the record, and holds from the day that was asked.</summary>
    public sealed record Altered(long Number) : CategoryOutcome;

    /// <summary>This was so already; nothing changed.</summary>
    public sealed record Unchanged : CategoryOutcome;

    /// <summary>Nothing changed.</summary>
    /// <param name="Code">Stable code, such as <c>categories.counted</c>.</param>
    /// <param name="Sentence">What is wrong and what holds, in Dutch.</param>
    public sealed record Refused(string Code, string Sentence) : CategoryOutcome;

    /// <summary>Nothing changed yet: it shows more than before, and waits for a second person.</summary>
    public sealed record Asked : CategoryOutcome;
}

/// <summary>Who approved a change beside who asked it.</summary>
/// <param name="Name">Pseudonymous name.</param>
internal sealed record Approver(string Name)
{
    /// <summary>Nobody, where a platform on one machine was asked by who also decides.</summary>
    public string Beside(Actor actor) => Name == actor.Name ? "" : Name;
}

/// <summary>
/// What every change of categories has in common: decided under the tenant's lock, on the record with the data version
/// that it raises, and followed by the cube.
/// </summary>
internal sealed class AlterCategories(TenantChanges changes, CubeStore cubes, RequestChange request)
{
    /// <summary>As below; what takes a second person is asked for, and waits.</summary>
    public async Task<CategoryOutcome> Execute(
        Func<CategoryBook, DateOnly, CategoryDecision> decide, Person by, CancellationToken cancel)
    {
        AskedSensitivity? asks = null;
        var outcome = await Execute(
            (book, today) =>
            {
                var decision = decide(book, today);
                asks = decision.Asks;
                return decision;
            },
            by.Actor, cancel);
        return asks is null ? outcome : await request.Execute(asks, asks.Reason, by, cancel) switch
        {
            RequestOutcome.Refused(var sentence) => new CategoryOutcome.Refused("categories.approval", sentence),
            RequestOutcome.Unchanged => new CategoryOutcome.Unchanged(),
            RequestOutcome.Asked => new CategoryOutcome.Asked(),
            _ => new CategoryOutcome.Altered(await LastOf(cancel)),
        };
    }

    /// <param name="decide">Makes the row out of the book and the day, or says why there is none. Pure.</param>
    /// <param name="actor">Who wishes it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<CategoryOutcome> Execute(
        Func<CategoryBook, DateOnly, CategoryDecision> decide, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var decision = decide(await CategoryBook.Read(change.Db, cancel), DutchDay.Of(change.At));
        if (decision.Answer is { } answer)
            return answer;
        if (decision.OnlyIfNeverCounted is { Code: var code } && await IsCounted(change.Db, code, cancel))
            return new CategoryOutcome.Refused(
                "categories.counted",
                $"Onder '{code}' is geteld in een geaccepteerde levering; zij kan niet weg. Beëindig haar.");
        var row = await Add(change, decision.Row!, actor, cancel);
        await change.Commit(cancel);
        await cubes.RefreshIfLoaded(cancel);
        return new CategoryOutcome.Altered(row.Number);
    }

    /// <summary>Puts the row into a change that its owner commits.</summary>
    internal static async Task<CategoryChange> Add(
        AuditedChange<TenantDb> change, Func<ChangeMoment, CategoryChange> make, Actor actor,
        CancellationToken cancel)
    {
        var row = make(new ChangeMoment(await change.Db.RaiseVersion(cancel), change.At));
        change.Db.CategoryChanges.Add(row);
        change.Record(
            new AuditEvent(
                $"category.{row.Act.ToString().ToLowerInvariant()}", SubjectOf(row), Purpose: row.Reason), actor);
        return row;
    }

    private async Task<long> LastOf(CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        return (await CategoryBook.Read(change.Db, cancel)).Last!.Number;
    }

    private static Task<bool> IsCounted(TenantDb db, string code, CancellationToken cancel)
    {
        var facts = db.Facts;
        return facts.AnyAsync(f => f.Category == code, cancel);
    }

    private static string SubjectOf(CategoryChange row)
    {
        var what = row.Subject switch
        {
            CategorySubject.Class => "categorie",
            CategorySubject.Group => "groep",
            CategorySubject.Break => "trendbreuk",
            _ => "gevoeligheid van",
        };
        return $"{what} {row.Code}, wijziging {row.Number}"
            + (row.Undoes is { } undone ? $", maakt {undone} ongedaan" : "")
            + (row.ApprovedBy.Length > 0 ? $", goedgekeurd door {row.ApprovedBy}" : "");
    }
}

/// <summary>At which data version, and when, a change is made.</summary>
internal readonly record struct ChangeMoment(long Version, DateTime At);

/// <summary>What was decided: an answer without change, or the row of a change.</summary>
internal sealed record CategoryDecision(CategoryOutcome? Answer, Func<ChangeMoment, CategoryChange>? Row = null)
{
    /// <summary>The change is refused after all when facts hold this code.</summary>
    public CategoryCode? OnlyIfNeverCounted { get; init; }

    /// <summary>What a second person has to decide about first; null when nobody has to.</summary>
    public AskedSensitivity? Asks { get; init; }

    public static CategoryDecision Ask(AskedSensitivity asks) => new(new CategoryOutcome.Asked()) { Asks = asks };

    public static CategoryDecision Refuse(string code, string sentence) =>
        new(new CategoryOutcome.Refused(code, sentence));
}
