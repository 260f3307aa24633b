using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Whether a change of categories can be made: pure.</summary>
internal static class CheckCategory
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 80;

    /// <summary>The police publish it as the total of all offences; never a category of its own.</summary>
    private const string AllOffences = "0.0.0";

    /// <summary>Reason, day, and the order of changes of one thing.</summary>
    public static CategoryDecision? Occasion(
        CategoryBook book, CategorySubject subject, CategoryCode code, DateOnly from, string reason)
    {
        if (DatedChanges.ObjectionToReason(reason) is { } objection)
            return CategoryDecision.Refuse("categories.reason", objection);
        if (from.Year is < 2000 or > 2100)
            return CategoryDecision.Refuse(
                "categories.day", $"{from:dd-MM-yyyy} is geen dag om een wijziging op te laten ingaan.");
        return book.LastOf(subject, code) is { } last && from < last.From
            ? CategoryDecision.Refuse(
                "categories.too-early",
                $"'{code}' is voor het laatst gewijzigd per {last.From:dd-MM-yyyy}; een wijziging per "
                + $"{from:dd-MM-yyyy} zou niet gelden. Kies die dag of een latere.")
            : null;
    }

    public static CategoryDecision? Title(string title) => title.Trim().Length is 0 or > TitleLength
        ? CategoryDecision.Refuse("categories.title", $"Geef een titel van 1 tot en met {TitleLength} tekens.")
        : null;

    /// <summary>A code of a tenant's own begins with a letter, so that it never looks like a police class.</summary>
    public static CategoryDecision? OwnCode(CategoryCode code, CategoryBook book, DateOnly from)
    {
        if (code.Code == AllOffences)
            return CategoryDecision.Refuse(
                "categories.control-total", "0.0.0 is het totaal van alle misdrijven en nooit een eigen categorie.");
        if (!char.IsAsciiLetter(code.Code[0]))
            return CategoryDecision.Refuse(
                "categories.code", $"'{code}' begint niet met een letter; zo begint een eigen code, zoals E47.");
        return IsTaken(code, book, from)
            ? CategoryDecision.Refuse("categories.taken", $"'{code}' is al een groep of boom; kies een andere code.")
            : null;
    }

    /// <summary>A class stays in its tree: misdrijven and overlast are never added.</summary>
    public static CategoryDecision? Group(CategoryCode group, CategoryCode tree, CategoryBook book, DateOnly from)
    {
        if (book.GroupsOn(from).All(g => g.Code != group.Code))
            return CategoryDecision.Refuse(
                "categories.unknown-group", $"Groep '{group}' bestaat per {from:dd-MM-yyyy} niet.");
        return TreeOf(group) == tree
            ? null
            : CategoryDecision.Refuse(
                "categories.other-tree",
                $"Groep '{group}' staat onder {TreeOf(group)} en niet onder {tree}. Die twee worden nooit opgeteld, "
                + "dus een categorie gaat niet van de ene naar de andere.");
    }

    /// <summary>The first screen and saved addresses count on the product's groups.</summary>
    public static CategoryDecision? GroupsLeft(CategoryBook next, DateOnly from)
    {
        var days = next.Changes.Standing().Select(c => c.From).Where(d => d > from).Prepend(from).Distinct();
        foreach (var tree in days.Select(next.TreeOn))
            foreach (var (code, title) in DefaultCategories.Groups)
                if (tree.Find(CategoryCode.Parse(code)) is null)
                    return CategoryDecision.Refuse(
                        "categories.group-empty", $"In groep {title} blijft zo niets over; laat er ten minste één in.");
        return null;
    }

    /// <summary>Groups of the tenant's own stand under overlast.</summary>
    public static CategoryCode TreeOf(CategoryCode group) =>
        group == DefaultCategories.Nuisance || DefaultCategories.Groups.All(g => g.Code != group.Code)
            ? DefaultCategories.Nuisance
            : DefaultCategories.Offences;

    public static bool IsTaken(CategoryCode code, CategoryBook book, DateOnly from) =>
        code == DefaultCategories.Offences || code == DefaultCategories.Total
        || book.GroupsOn(from).Any(g => g.Code == code.Code)
        || book.Changes.Standing().Any(c => c.Subject == CategorySubject.Group && c.Code == code.Code);

    public static CategoryDecision Unknown(CategoryCode code, DateOnly from) => CategoryDecision.Refuse(
        "categories.unknown", $"Categorie '{code}' bestaat per {from:dd-MM-yyyy} niet.");
}
