using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Takes back the last change of categories that stands; once more takes back the one before it. Taking back a coarser
/// sensitivity shows more again, and takes a second person like any other lowering.
/// </summary>
public sealed class UndoCategoryChange
{
    private readonly AlterCategories _alter;

    internal UndoCategoryChange(AlterCategories alter) => _alter = alter;

    /// <param name="seen">The number of the change that was seen to be the last; null takes back whichever is.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks it.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<CategoryOutcome> Execute(long? seen, string reason, Person by, CancellationToken cancel) =>
        _alter.Execute((book, today) => Decide(seen, reason, book, today, (by.Actor, null)), by, cancel);

    internal static CategoryDecision Decide(
        long? seen, string reason, CategoryBook book, DateOnly today, (Actor Actor, Approver? Approver) who)
    {
        if (book.Last is not { } last)
            return CategoryDecision.Refuse("categories.nothing-to-undo", "Er is geen wijziging om ongedaan te maken.");
        if (seen is { } number && number != last.Number)
            return CategoryDecision.Refuse(
                "categories.changed-since",
                $"Wijziging {number} is niet meer de laatste. Bekijk de geschiedenis; er is niets veranderd.");
        if (DatedChanges.ObjectionToReason(reason) is { } objection)
            return CategoryDecision.Refuse("categories.reason", objection);
        if (last.Subject == CategorySubject.Sensitivity && who.Approver is null
            && Before(book, last, today) is var before && Sensitivity.IsLowered(last.Sensitivity, before))
            return CategoryDecision.Ask(AskedSensitivity.Of(
                CategoryCode.Parse(last.Code), before, reason, who.Actor, last.Number));
        var isNew = last is { Subject: CategorySubject.Class, Act: CategoryAct.Added };
        return new CategoryDecision(null, moment => Row(last, book, moment, today, reason.Trim(), who))
        {
            OnlyIfNeverCounted = isNew ? CategoryCode.Parse(last.Code) : null,
        };
    }

    /// <summary>How coarse the class is shown without the change.</summary>
    private static Sensitivity? Before(CategoryBook book, CategoryChange last, DateOnly today) =>
        new CategoryBook([.. book.Changes.Where(c => c.Number != last.Number)])
            .LineOn(today, CategoryCode.Parse(last.Code))?.Sensitivity;

    private static CategoryChange Row(
        CategoryChange last, CategoryBook book, ChangeMoment moment, DateOnly today, string reason,
        (Actor Actor, Approver? Approver) who) => new()
        {
            Number = book.Changes.NextNumber(), Version = moment.Version, At = moment.At, From = today,
            By = who.Actor.Name, Reason = reason, Undoes = last.Number, Subject = last.Subject,
            Act = CategoryAct.Undone, Code = last.Code, Title = last.Title,
            ApprovedBy = who.Approver?.Beside(who.Actor) ?? "",
        };
}
