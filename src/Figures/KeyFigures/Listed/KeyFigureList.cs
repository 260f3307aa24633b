using System.Collections.Frozen;

namespace Twente.Igw.Figures;

/// <summary>The key figures a gemeente knows, in the order of its list.</summary>
public sealed class KeyFigureList
{
    private readonly FrozenDictionary<KeyFigureCode, KeyFigure> _byCode;

    /// <exception cref="FormatException">A code stands in it twice.</exception>
    internal KeyFigureList(IEnumerable<KeyFigure> all)
    {
        All = [.. all];
        if (All.GroupBy(f => f.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FormatException($"Kengetal '{twice.Key}' staat twee keer in de lijst.");
        _byCode = All.ToFrozenDictionary(f => f.Code);
    }

    /// <summary>The product's own list: what CBS publishes per neighbourhood and what gemeenten begin with.</summary>
    public static KeyFigureList Default { get; } = new(Lines().Select(KeyFigure.Parse));

    public IReadOnlyList<KeyFigure> All { get; }

    public KeyFigure? Find(KeyFigureCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>
    /// This list with a gemeente's own lines: a known code takes their place, a new one comes at the end. What CBS
    /// publishes stays as it is, because all gemeenten read it from one place.
    /// </summary>
    /// <exception cref="FormatException">A line is about a figure of CBS.</exception>
    internal KeyFigureList With(IReadOnlyCollection<KeyFigure> own)
    {
        if (own.FirstOrDefault(f => f.Origin == KeyFigureOrigin.Cbs || Find(f.Code)?.Origin == KeyFigureOrigin.Cbs)
            is { } cbs)
            throw new FormatException($"Kengetal '{cbs.Code}' is van het CBS en is voor alle gemeenten gelijk.");
        var mine = new KeyFigureList(own);
        return new(
            [.. All.Select(f => mine.Find(f.Code) ?? f), .. own.Where(f => !_byCode.ContainsKey(f.Code))]);
    }

    private static IEnumerable<string> Lines()
    {
        using var table = typeof(KeyFigureList).Assembly.GetManifestResourceStream("key-figures.csv")!;
        using var lines = new StreamReader(table);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
            yield return line;
    }
}
