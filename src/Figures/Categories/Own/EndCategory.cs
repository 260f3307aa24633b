using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Ends a class from a day on: later weeks cannot be counted under it, what was counted stays.</summary>
public sealed class EndCategory
{
    private readonly AlterCategories _alter;

    internal EndCategory(AlterCategories alter) => _alter = alter;

    public Task<CategoryOutcome> Execute(
        CategoryCode code, DateOnly from, string reason, Actor actor, CancellationToken cancel) =>
        _alter.Execute(
            (book, _) => Decide(new CategoryRequest { Code = code, From = from, Reason = reason }, book, actor), actor,
            cancel);

    internal static CategoryDecision Decide(CategoryRequest request, CategoryBook book, Actor actor)
    {
        var (code, from) = (request.Code, request.From);
        if (CheckCategory.Occasion(book, CategorySubject.Class, code, from, request.Reason) is { } occasion)
            return occasion;
        return book.LineOn(from, code) switch
        {
            null => CheckCategory.Unknown(code, from),
            { EndsOn: not null } => new CategoryDecision(new CategoryOutcome.Unchanged()),
            var line => new CategoryDecision(
                null, moment => request.State(line, CategoryAct.Ended, book, moment, actor)),
        };
    }
}
