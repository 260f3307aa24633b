using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Says how coarse a class is shown without a second permission, from today on. Coarser works at once; finer, or not
/// sensitive at all, shows more than before and takes a second person: the only way through is an approver.
/// </summary>
public sealed class SetSensitivity
{
    private readonly AlterCategories _alter;

    internal SetSensitivity(AlterCategories alter) => _alter = alter;

    /// <param name="code">The class.</param>
    /// <param name="to">How coarse; null when it is not sensitive.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who asks it.</param>
    /// <param name="approver">Who approved it; null when nobody did yet.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<CategoryOutcome> Execute(
        CategoryCode code, Sensitivity? to, string reason, Actor actor, Approver? approver, CancellationToken cancel) =>
        _alter.Execute(
            (book, today) => Decide(new Wish(code, to, reason, actor, approver), book, today), actor, cancel);

    internal static CategoryDecision Decide(Wish wish, CategoryBook book, DateOnly today)
    {
        if (CheckCategory.Occasion(book, CategorySubject.Sensitivity, wish.Code, today, wish.Reason) is { } occasion)
            return occasion;
        if (book.LineOn(today, wish.Code) is not { } line)
            return CheckCategory.Unknown(wish.Code, today);
        if (line.Sensitivity == wish.To)
            return new CategoryDecision(new CategoryOutcome.Unchanged());
        if (Sensitivity.IsLowered(line.Sensitivity, wish.To)
            && MissingApproval(wish.Actor, wish.Approver, $"Categorie '{wish.Code}' minder afschermen") is { } missing)
            return missing;
        return new CategoryDecision(null, moment => new CategoryChange
        {
            Number = book.Changes.NextNumber(), Version = moment.Version, At = moment.At, From = today,
            By = wish.Actor.Name, Reason = wish.Reason.Trim(), Subject = CategorySubject.Sensitivity,
            Act = CategoryAct.Changed, Code = wish.Code.Code, Title = line.Title, SensitiveLevel = wish.To?.Level,
            SensitivePeriod = wish.To?.Period, ApprovedBy = wish.Approver?.Name ?? "",
        });
    }

    /// <summary>The answer while nobody else approved; null when somebody did.</summary>
    internal static CategoryDecision? MissingApproval(Actor actor, Approver? approver, string what) => approver switch
    {
        null => new CategoryDecision(new CategoryOutcome.NeedsApproval(
            $"{what} vraagt een tweede goedkeuring; er is niets veranderd.")),
        _ when approver.Name == actor.Name => CategoryDecision.Refuse(
            "categories.own-approval", "Wie iets vraagt, keurt het niet zelf goed; vraag een ander."),
        _ => null,
    };

    /// <summary>What is asked, by whom.</summary>
    internal sealed record Wish(
        CategoryCode Code, Sensitivity? To, string Reason, Actor Actor, Approver? Approver);
}
