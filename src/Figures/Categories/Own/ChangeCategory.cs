using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Renames a class, moves it to another group, or alters its origin or denominator.</summary>
public sealed class ChangeCategory
{
    private readonly AlterCategories _alter;

    internal ChangeCategory(AlterCategories alter) => _alter = alter;

    public Task<CategoryOutcome> Execute(CategoryRequest request, Actor actor, CancellationToken cancel) =>
        _alter.Execute((book, _) => Decide(request, book, actor), actor, cancel);

    internal static CategoryDecision Decide(CategoryRequest request, CategoryBook book, Actor actor)
    {
        var (code, from) = (request.Code, request.From);
        if (CheckCategory.Occasion(book, CategorySubject.Class, code, from, request.Reason) is { } occasion)
            return occasion;
        if (book.LineOn(from, code) is not { } before)
            return CheckCategory.Unknown(code, from);
        if (before.EndsOn is { } ended)
            return CategoryDecision.Refuse(
                "categories.ended", $"Categorie '{code}' is beëindigd per {ended:dd-MM-yyyy}; open haar eerst weer.");
        var line = before with
        {
            Title = (request.Title ?? before.Title).Trim(),
            Group = request.Group ?? before.Group,
            Origin = request.Origin ?? before.Origin,
            Denominator = request.Denominator ?? before.Denominator,
        };
        if (line == before)
            return new CategoryDecision(new CategoryOutcome.Unchanged());
        return CheckCategory.Title(line.Title) ?? CheckCategory.Group(line.Group, line.Tree, book, from)
            ?? CheckCategory.GroupsLeft(book.With(Row(default)), from) ?? new CategoryDecision(null, Row);

        CategoryChange Row(ChangeMoment moment) => request.State(line, CategoryAct.Changed, book, moment, actor);
    }
}
