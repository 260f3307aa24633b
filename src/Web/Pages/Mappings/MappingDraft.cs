using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Pages;

/// <summary>A mapping while a person works on it; it lives in the form and nowhere else.</summary>
internal sealed record MappingDraft
{
    public required string Name { get; init; }

    public required Mapping Mapping { get; init; }

    /// <summary>Titles to choose from: those of the example, else those the mapping names.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>What became of the example; null while there is none.</summary>
    public MappingTrial? Trial { get; init; }

    /// <summary>Name of the example.</summary>
    public string Example { get; init; } = "";

    /// <summary>What must be mended first.</summary>
    public IReadOnlyList<string> Objections { get; init; } = [];

    public TableSchema Schema => TableSchema.Of(Mapping.Contract);

    public static MappingDraft Of(string name, Mapping mapping) => new()
    {
        Name = name, Mapping = mapping,
        Titles =
        [
            .. mapping.Columns.Values.SelectMany(c => new[] { c.Source, c.YearSource }).OfType<string>()
                .Concat(mapping.Ignored).Distinct(StringComparer.OrdinalIgnoreCase),
        ],
    };

    /// <summary>With what a trial found: titles, and an open line for each value that could not be mapped.</summary>
    public MappingDraft With(MappingTrial trial, string example) => this with
    {
        Trial = trial,
        Example = example,
        Objections = trial.Objections,
        Titles = trial.Titles.Count > 0 ? [.. trial.Titles.Where(t => t.Length > 0).Distinct()] : Titles,
        Mapping = Mapping with
        {
            Columns = Mapping.Columns.ToDictionary(c => c.Key, c => c.Value.Source is null
                ? c.Value
                : c.Value with { List = WithOpen(c.Value.List, trial.Unmapped.Where(u => u.What.Column == c.Key)) }),
        },
    };

    private static Dictionary<string, string> WithOpen(
        IReadOnlyDictionary<string, string> list, IEnumerable<UnmappedCount> unmapped)
    {
        var more = new Dictionary<string, string>(list);
        foreach (var one in unmapped)
            more.TryAdd(one.What.Value, Mapping.Open);
        return more;
    }
}
