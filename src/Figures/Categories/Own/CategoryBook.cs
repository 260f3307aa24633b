using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Everything a tenant ever changed in the product's categories, and the tree that follows on a day.</summary>
public sealed class CategoryBook(IReadOnlyList<CategoryChange> changes)
{
    public static CategoryBook Empty { get; } = new([]);

    /// <summary>Every change, also those that were taken back, in the order in which they were made.</summary>
    public IReadOnlyList<CategoryChange> Changes => changes;

    /// <summary>The change that can be taken back; null when there is none.</summary>
    public CategoryChange? Last => changes.LastMade();

    /// <summary>Reads the book of the tenant whose database this is.</summary>
    public static async Task<CategoryBook> Read(TenantDb db, CancellationToken cancel)
    {
        var rows = db.CategoryChanges;
        return new CategoryBook(await rows.AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancel));
    }

    /// <summary>How many changes hold on a day; rises when a day brings one into force.</summary>
    public int CountInForce(DateOnly day) => changes.InForceOn(day).Count();

    /// <summary>The tree in force on a day; it counts every week, also those before a change.</summary>
    public CategoryTree TreeOn(DateOnly day) => TableOn(day) is { } table ? table.ToTree() : DefaultCategories.Tree;

    /// <summary>The groups on a day with their titles, also those that no class is in yet.</summary>
    public IReadOnlyList<(string Code, string Title)> GroupsOn(DateOnly day) =>
        TableOn(day)?.Groups ?? DefaultCategories.Groups;

    /// <summary>The groups of a tree that a class of it can be in.</summary>
    public IEnumerable<(string Code, string Title)> GroupsOf(CategoryCode tree, DateOnly day) =>
        GroupsOn(day).Where(g => CheckCategory.TreeOf(CategoryCode.Parse(g.Code)) == tree);

    /// <summary>Whether a change was taken back.</summary>
    public bool IsUndone(CategoryChange change) => changes.Any(c => c.Undoes == change.Number);

    /// <summary>The line of a class on a day; null when there is none.</summary>
    internal CategoryClass? LineOn(DateOnly day, CategoryCode code) =>
        (TableOn(day)?.Lines ?? DefaultCategories.Classes).FirstOrDefault(l => l.Code == code);

    /// <summary>The last standing change of one thing; a change cannot come before it.</summary>
    internal CategoryChange? LastOf(CategorySubject subject, CategoryCode code) =>
        changes.Standing().LastOrDefault(c => c.Subject == subject && c.Code == code.Code);

    internal CategoryBook With(CategoryChange next) => new([.. changes, next]);

    /// <summary>Null when nothing is in force, so that nothing differs from the product.</summary>
    private OwnTable? TableOn(DateOnly day)
    {
        var table = default(OwnTable?);
        foreach (var change in changes.InForceOn(day))
            (table ??= new OwnTable()).Take(change);
        return table;
    }
}
