using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>The product's category table with a tenant's changes laid over it, one by one.</summary>
internal sealed class OwnTable
{
    private readonly List<CategoryClass> _lines = [.. DefaultCategories.Classes];
    private readonly List<(string Code, string Title)> _groups = [.. DefaultCategories.Groups];
    private readonly List<CategoryChange> _breaks = [];
    private readonly List<ToldChange> _told = [];

    public IReadOnlyList<CategoryClass> Lines => _lines;

    public IReadOnlyList<(string Code, string Title)> Groups => _groups;

    public void Take(CategoryChange change)
    {
        switch (change.Subject)
        {
            case CategorySubject.Class:
                TakeClass(change);
                break;
            case CategorySubject.Sensitivity:
                TakeSensitivity(change);
                break;
            case CategorySubject.Group:
                TakeGroup(change);
                break;
            default:
                _breaks.Add(change);
                break;
        }
    }

    public CategoryTree ToTree()
    {
        // The text of a break on a group is read at each of its classes too.
        var plain = new CategoryTree(_lines, _groups, []);
        var known = _breaks.Select(b => new KnownBreak(
            ClassesOf(plain, b.Code), LocalDate.FromDateOnly(b.From),
            b.Until is { } until ? LocalDate.FromDateOnly(until) : null, b.Title));
        var told = _told.Where(t => t.Touches.Count > 0)
            .Select(t => new KnownBreak(t.Touches, LocalDate.FromDateOnly(t.What.From), null, t.What.Text));
        return new CategoryTree(
            _lines, _groups, [.. DefaultCategories.Breaks, .. known, .. told], [.. _told.Select(t => t.What)]);
    }

    private void TakeClass(CategoryChange change)
    {
        var code = CategoryCode.Parse(change.Code);
        var place = _lines.FindIndex(l => l.Code == code);
        var before = place < 0 ? null : _lines[place];
        if (change.Act == CategoryAct.Removed)
        {
            _lines.RemoveAll(l => l.Code == code);
            _told.RemoveAll(t => t.What.Code == code);
            return;
        }
        var sensitivity = before is null ? change.Sensitivity : before.Sensitivity;
        var line = new CategoryClass(
            code, change.Title, before?.Tree ?? DefaultCategories.Nuisance, CategoryCode.Parse(change.Group),
            change.Origin, sensitivity is not null, change.Denominator, before?.Codes ?? "")
        {
            Sensitivity = sensitivity, EndsOn = change.Act == CategoryAct.Ended ? change.From : null,
        };
        if (before is null)
            _lines.Add(line);
        else
            _lines[place] = line;
        _told.AddRange(TellChange.Of(before, line, change.From, TitleOf));
    }

    private void TakeSensitivity(CategoryChange change)
    {
        var place = _lines.FindIndex(l => l.Code.Code == change.Code);
        if (place < 0)
            return;
        var before = _lines[place];
        _lines[place] = before with { Sensitive = change.Sensitivity is not null, Sensitivity = change.Sensitivity };
        _told.Add(new ToldChange(TellChange.Sensitivity(_lines[place], change.From), []));
    }

    private void TakeGroup(CategoryChange change)
    {
        var place = _groups.FindIndex(g => g.Code == change.Code);
        if (place < 0)
            _groups.Add((change.Code, change.Title));
        else
            _groups[place] = (change.Code, change.Title);
    }

    private string TitleOf(CategoryCode group) =>
        _groups.Where(g => g.Code == group.Code).Select(g => g.Title).FirstOrDefault(group.Code);

    private static string[] ClassesOf(CategoryTree tree, string code) =>
        code.Length == 0 || !CategoryCode.TryParse(code, out var category) || tree.Find(category) is null
            ? code.Length == 0 ? [] : [code]
            : [.. tree.LeavesOf(category).Append(category).Select(c => c.Code).Distinct()];
}

/// <summary>A change in words, and beside whose figures it is said; beside none where figures mean the same.</summary>
internal sealed record ToldChange(DatedText What, IReadOnlyList<string> Touches);
