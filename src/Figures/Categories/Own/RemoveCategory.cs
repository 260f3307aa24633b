using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Takes a code out of a tenant's own catalogue under which nothing was ever counted.</summary>
public sealed class RemoveCategory
{
    private readonly AlterCategories _alter;

    internal RemoveCategory(AlterCategories alter) => _alter = alter;

    public Task<CategoryOutcome> Execute(CategoryCode code, string reason, Actor actor, CancellationToken cancel) =>
        _alter.Execute((book, today) => Decide(code, reason, book, today, actor), actor, cancel);

    internal static CategoryDecision Decide(
        CategoryCode code, string reason, CategoryBook book, DateOnly today, Actor actor)
    {
        if (DefaultCategories.Tree.IsClass(code))
            return CategoryDecision.Refuse(
                "categories.of-the-product", $"'{code}' hoort bij het product en kan niet weg. Beëindig haar.");
        // Also a code that comes into force later can be taken out.
        var from = book.LastOf(CategorySubject.Class, code) is { } last && last.From > today ? last.From : today;
        if (book.LineOn(from, code) is not { } line)
            return CheckCategory.Unknown(code, from);
        var request = new CategoryRequest { Code = code, From = from, Reason = reason };
        return CheckCategory.Occasion(book, CategorySubject.Class, code, from, reason)
            ?? new CategoryDecision(null, moment => request.State(line, CategoryAct.Removed, book, moment, actor))
            {
                OnlyIfNeverCounted = code,
            };
    }
}
