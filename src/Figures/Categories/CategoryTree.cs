using System.Collections.Frozen;

namespace Twente.Igw.Figures;

/// <summary>A theme of the first screen: one category, or trees shown side by side and never added.</summary>
/// <param name="Title">Dutch title.</param>
/// <param name="Categories">What is shown, left to right.</param>
public sealed record Theme(string Title, IReadOnlyList<Category> Categories);

/// <summary>The categories of a gemeente: two trees that are never added on a screen, and a control total.</summary>
public sealed class CategoryTree
{
    private readonly Category[] _nodes;
    private readonly FrozenDictionary<CategoryCode, int> _places;
    private readonly CategoryCode[][] _leaves;
    private readonly FrozenDictionary<CategoryCode, string> _codes;
    private readonly IReadOnlyList<KnownBreak> _breaks;

    internal CategoryTree(
        IEnumerable<CategoryClass> classes, IEnumerable<(string Code, string Title)> groups,
        IReadOnlyList<KnownBreak> breaks, IReadOnlyList<DatedText>? changes = null)
    {
        Changes = changes ?? [];
        var table = classes.ToArray();
        _nodes = [.. GrowTree.From(table, groups)];
        _places = _nodes.Select((c, place) => (c.Code, place)).ToFrozenDictionary(p => p.Code, p => p.place);
        _leaves = [.. _nodes.Select(n => Under(n).ToArray())];
        _codes = table.ToFrozenDictionary(c => c.Code, c => c.Codes);
        _breaks = breaks;
    }

    /// <summary>What the tenant changed in the product's own categories, in force, oldest first.</summary>
    public IReadOnlyList<DatedText> Changes { get; }

    /// <summary>Each tree, then its groups, each followed by its classes; not the control total.</summary>
    public IEnumerable<Category> InOrder => Trees.SelectMany(WithAllUnder);

    /// <summary>What a delivery may count: offence classes and incident codes, in the order of the table.</summary>
    public IEnumerable<Category> Classes => _nodes.Where(n => n.Kind == CategoryKind.Class);

    /// <summary>What classes hang under directly; a tree without groups is its own group.</summary>
    public IEnumerable<Category> Groups => _nodes.Where(n => n.Kind != CategoryKind.Class && IsGroup(n.Code));

    /// <summary>Misdrijven and overlast, never to be added.</summary>
    public IEnumerable<Category> Trees => _nodes.Where(n => n.Kind == CategoryKind.Tree);

    /// <summary>The four themes that the police deliver.</summary>
    public IReadOnlyList<Theme> ThemesOfTheFirstScreen =>
    [
        Single("vermogen"), Single("geweld"),
        new("Overlast en vernieling", [Get("overlast"), Get("vernieling")]), Single("ondermijning"),
    ];

    /// <summary>The category with this code, or null when the tree has none.</summary>
    public Category? Find(CategoryCode code) => _places.TryGetValue(code, out var place) ? _nodes[place] : null;

    /// <summary>Whether a delivery may count under this code.</summary>
    public bool IsClass(CategoryCode code) => Find(code) is { Kind: CategoryKind.Class };

    /// <summary>All classes under a category; a class is its own only leaf.</summary>
    /// <exception cref="KeyNotFoundException">The tree has no such category.</exception>
    public IReadOnlyList<CategoryCode> LeavesOf(CategoryCode code) => _leaves[PlaceOf(code)];

    /// <summary>Incident codes of the police (BVH) that a class consists of, as a description; may be empty.</summary>
    public string IncidentCodesOf(CategoryCode code) => _codes.GetValueOrDefault(code, "");

    /// <summary>Breaks that touch a category, oldest first.</summary>
    public IEnumerable<KnownBreak> BreaksOf(CategoryCode code) =>
        _breaks.Where(b => b.Touches(LeavesOf(code).Append(code))).OrderBy(b => b.From);

    /// <summary>Number of categories, trees and control total included.</summary>
    internal int Count => _nodes.Length;

    /// <summary>Whether a class counts for somebody: a sensitive one only with the permission for it.</summary>
    internal bool Counts(CategoryCode code, bool seesSensitive) => seesSensitive || Find(code)?.Sensitivity is null;

    /// <summary>Place of a category among all, from 0.</summary>
    internal int PlaceOf(CategoryCode code) => _places[code];

    /// <summary>Places that a count of this class adds to; a class the tree lacks counts in the total only.</summary>
    internal int[] PlacesAbove(CategoryCode code) =>
        Find(code) is { } category ? [.. Lineage(category).Select(PlaceOf)] : [PlaceOf(DefaultCategories.Total)];

    private IEnumerable<Category> WithAllUnder(Category node) =>
        _nodes.Where(n => n.Parent == node.Code).SelectMany(WithAllUnder).Prepend(node);

    private IEnumerable<CategoryCode> Under(Category node) =>
        Classes.Where(c => Lineage(c).Contains(node.Code)).Select(c => c.Code);

    private IEnumerable<CategoryCode> Lineage(Category category)
    {
        for (var node = category; node is not null; node = node.Parent is { } parent ? Find(parent) : null)
            yield return node.Code;
        if (category.Kind != CategoryKind.ControlTotal)
            yield return DefaultCategories.Total;
    }

    private bool IsGroup(CategoryCode code) => _nodes.Any(n => n.Kind == CategoryKind.Class && n.Parent == code);

    private Theme Single(string code) => new(Get(code).Title, [Get(code)]);

    private Category Get(string code) => _nodes[PlaceOf(CategoryCode.Parse(code))];
}
