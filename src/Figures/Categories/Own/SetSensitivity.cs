using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Says how coarse a class is shown without a second permission, from today on. Coarser works at once; finer, or not
/// sensitive at all, shows more than before and waits until a second person approves it.
/// </summary>
public sealed class SetSensitivity
{
    private readonly AlterCategories _alter;

    internal SetSensitivity(AlterCategories alter) => _alter = alter;

    /// <param name="code">The class.</param>
    /// <param name="to">How coarse; null when it is not sensitive.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks it.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<CategoryOutcome> Execute(
        CategoryCode code, Sensitivity? to, string reason, Person by, CancellationToken cancel) =>
        _alter.Execute(
            (book, today) => Decide(new Wish(code, to, reason, by.Actor, null), book, today), by, cancel);

    internal static CategoryDecision Decide(Wish wish, CategoryBook book, DateOnly today)
    {
        if (CheckCategory.Occasion(book, CategorySubject.Sensitivity, wish.Code, today, wish.Reason) is { } occasion)
            return occasion;
        if (book.LineOn(today, wish.Code) is not { } line)
            return CheckCategory.Unknown(wish.Code, today);
        if (line.Sensitivity == wish.To)
            return new CategoryDecision(new CategoryOutcome.Unchanged());
        if (wish.Approver is null && Sensitivity.IsLowered(line.Sensitivity, wish.To))
            return CategoryDecision.Ask(AskedSensitivity.Of(wish.Code, wish.To, wish.Reason, wish.Actor));
        return new CategoryDecision(null, moment => new CategoryChange
        {
            Number = book.Changes.NextNumber(), Version = moment.Version, At = moment.At, From = today,
            By = wish.Actor.Name, Reason = wish.Reason.Trim(), Subject = CategorySubject.Sensitivity,
            Act = CategoryAct.Changed, Code = wish.Code.Code, Title = line.Title, SensitiveLevel = wish.To?.Level,
            SensitivePeriod = wish.To?.Period, ApprovedBy = wish.Approver?.Beside(wish.Actor) ?? "",
        });
    }

    /// <summary>What is asked, by whom.</summary>
    internal sealed record Wish(
        CategoryCode Code, Sensitivity? To, string Reason, Actor Actor, Approver? Approver);
}
