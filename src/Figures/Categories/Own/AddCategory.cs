using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Adds an incident code to a tenant's own catalogue, or opens one again that was ended.</summary>
public sealed class AddCategory
{
    private readonly AlterCategories _alter;

    internal AddCategory(AlterCategories alter) => _alter = alter;

    public Task<CategoryOutcome> Execute(CategoryRequest request, Actor actor, CancellationToken cancel) =>
        _alter.Execute((book, _) => Decide(request, book, actor), actor, cancel);

    internal static CategoryDecision Decide(CategoryRequest request, CategoryBook book, Actor actor)
    {
        var (code, from) = (request.Code, request.From);
        var before = book.LineOn(from, code);
        if (before is { EndsOn: null })
            return CategoryDecision.Refuse(
                "categories.known", $"Categorie '{code}' bestaat al: {before.Title}. Wijzig haar in plaats daarvan.");
        var group = request.Group ?? before?.Group ?? DefaultCategories.Nuisance;
        var line = new CategoryClass(
            code, (request.Title ?? before?.Title ?? "").Trim(), before?.Tree ?? DefaultCategories.Nuisance, group,
            request.Origin ?? before?.Origin ?? CategoryOrigin.Reported, request.Sensitivity is not null,
            request.Denominator ?? before?.Denominator ?? Denominator.Inhabitants, "")
        {
            Sensitivity = request.Sensitivity,
        };
        return (before is null ? CheckCategory.OwnCode(code, book, from) : null)
            ?? CheckCategory.Occasion(book, CategorySubject.Class, code, from, request.Reason)
            ?? CheckCategory.Title(line.Title) ?? CheckCategory.Group(group, line.Tree, book, from)
            ?? new CategoryDecision(null, moment => request.State(
                line, before is null ? CategoryAct.Added : CategoryAct.Changed, book, moment, actor));
    }
}
