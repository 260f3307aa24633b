using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Makes a group of incident codes under overlast, or gives a group another name.</summary>
public sealed class NameGroup
{
    private readonly AlterCategories _alter;

    internal NameGroup(AlterCategories alter) => _alter = alter;

    public Task<CategoryOutcome> Execute(
        CategoryCode code, string title, DateOnly from, string reason, Actor actor, CancellationToken cancel) =>
        _alter.Execute(
            (book, _) => Decide(
                new CategoryRequest { Code = code, Title = title, From = from, Reason = reason }, book, actor),
            actor, cancel);

    internal static CategoryDecision Decide(CategoryRequest request, CategoryBook book, Actor actor)
    {
        var (code, from, title) = (request.Code, request.From, request.Title!.Trim());
        var known = book.GroupsOn(from).FirstOrDefault(g => g.Code == code.Code);
        if (known.Title == title)
            return new CategoryDecision(new CategoryOutcome.Unchanged());
        if (code == DefaultCategories.Offences || code == DefaultCategories.Nuisance || code == DefaultCategories.Total)
            return CategoryDecision.Refuse("categories.tree", $"'{code}' is een boom en houdt haar naam.");
        if (known.Code is null
            && (!char.IsAsciiLetterLower(code.Code[0]) || book.LineOn(from, code) is not null))
            return CategoryDecision.Refuse(
                "categories.group-code",
                $"'{code}' kan geen groep worden: een groep begint met een kleine letter en is geen categorie, zoals "
                + "jeugd.");
        return CheckCategory.Occasion(book, CategorySubject.Group, code, from, request.Reason)
            ?? CheckCategory.Title(title)
            ?? new CategoryDecision(null, moment => new CategoryChange
            {
                Number = book.Changes.NextNumber(), Version = moment.Version, At = moment.At, From = from,
                By = actor.Name, Reason = request.Reason.Trim(), Subject = CategorySubject.Group,
                Act = known.Code is null ? CategoryAct.Added : CategoryAct.Changed, Code = code.Code, Title = title,
            });
    }
}
