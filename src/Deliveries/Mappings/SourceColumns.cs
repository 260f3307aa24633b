namespace Twente.Igw.Deliveries;

/// <summary>Where in the file the columns are that a mapping names; every other one is a finding.</summary>
internal sealed class SourceColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private SourceColumns(IReadOnlyList<string> titles) => Titles = titles;

    /// <summary>All titles of the file.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>Looks for the columns and says everything that is wrong with the row of titles.</summary>
    public static SourceColumns Find(SourceTable table, Mapping mapping, Findings findings)
    {
        var columns = new SourceColumns(table.Titles());
        columns.Place(mapping, table.HeaderLine, findings);
        return columns;
    }

    /// <summary>The place of a title from 0, or null.</summary>
    public int? PlaceOf(string title) =>
        _places.TryGetValue(FoldedText.Of(title), out var place) ? place : null;

    private void Place(Mapping mapping, int line, Findings findings)
    {
        var used = mapping.Columns.Values.SelectMany(c => new[] { c.Source, c.YearSource }).OfType<string>().ToList();
        var known = used.Concat(mapping.Ignored).Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < Titles.Count; at++)
        {
            var title = FoldedText.Of(Titles[at]);
            if (!known.Contains(title))
                findings.Add(Finding.At(line, at + 1, FindingCode.MappingColumnExtra, Titles[at]));
            else if (!_places.TryAdd(title, at))
                findings.Add(Finding.At(line, at + 1, FindingCode.MappingColumnDuplicate, Titles[at]));
        }

        foreach (var missing in used.Where(u => PlaceOf(u) is null).Distinct(StringComparer.Ordinal))
            findings.Add(Finding.At(line, 0, FindingCode.MappingColumnMissing, missing));
    }
}
