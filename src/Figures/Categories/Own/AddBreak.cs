using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A known break as somebody states it.</summary>
public sealed record BreakRequest
{
    /// <summary>The class, group or tree it touches; null for everything.</summary>
    public CategoryCode? Code { get; init; }

    /// <summary>First day on which figures mean something else.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null when it never ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What happened; stands beside figures.</summary>
    public required string Text { get; init; }

    public required string Reason { get; init; }
}

/// <summary>States that from a day on, or during some time, figures of a category mean something else.</summary>
public sealed class AddBreak
{
    private readonly AlterCategories _alter;

    internal AddBreak(AlterCategories alter) => _alter = alter;

    public Task<CategoryOutcome> Execute(BreakRequest request, Actor actor, CancellationToken cancel) =>
        _alter.Execute((book, today) => Decide(request, book, today, actor), actor, cancel);

    internal static CategoryDecision Decide(
        BreakRequest request, CategoryBook book, DateOnly today, Actor actor)
    {
        var text = request.Text.Trim();
        if (DatedChanges.ObjectionToReason(request.Reason) is { } objection)
            return CategoryDecision.Refuse("categories.reason", objection);
        if (text.Length is 0 or > DatedChange.TextLength)
            return CategoryDecision.Refuse(
                "categories.break-text", $"Zeg in 1 tot en met {DatedChange.TextLength} tekens wat er veranderde.");
        if (request.Until < request.From)
            return CategoryDecision.Refuse(
                "categories.break-days",
                $"De laatste dag {request.Until:dd-MM-yyyy} ligt voor de eerste, {request.From:dd-MM-yyyy}.");
        if (request.Code is { } code && book.TreeOn(today).Find(code) is null)
            return CheckCategory.Unknown(code, today);
        return new CategoryDecision(null, moment => new CategoryChange
        {
            Number = book.Changes.NextNumber(), Version = moment.Version, At = moment.At, From = request.From,
            By = actor.Name, Reason = request.Reason.Trim(), Subject = CategorySubject.Break, Act = CategoryAct.Added,
            Code = request.Code?.Code ?? "", Title = text, Until = request.Until,
        });
    }
}
