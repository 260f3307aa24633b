using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Takes a file through a mapping as a delivery would be taken, and tells what would become of it. Nothing is stored.
/// </summary>
public sealed class TryMapping
{
    private const int RowsShown = 20;

    private readonly ApplyMapping _apply;
    private readonly Contracts _contracts;
    private readonly CategoryStore _categories;

    internal TryMapping(ApplyMapping apply, Contracts contracts, CategoryStore categories) =>
        (_apply, _contracts, _categories) = (apply, contracts, categories);

    /// <param name="fileName">Its name as a supplier would deliver it.</param>
    /// <param name="file">Its bytes; looked at and let go.</param>
    /// <param name="mapping">What is tried; need not be saved, and may have open lines.</param>
    /// <param name="cancel">Stops the trial.</param>
    public async Task<MappingTrial> Execute(
        string fileName, byte[] file, Mapping mapping, CancellationToken cancel)
    {
        mapping = mapping.Settled();
        if (MappingObjections.Of(mapping) is { Count: > 0 } objections)
            return new MappingTrial { Objections = objections };
        var mapped = await _apply.Execute(file, fileName, mapping, cancel);
        var check = await Check(fileName, mapped, mapping, cancel);
        var findings = new Findings();
        if (!new FileNamePattern(mapping.FileName).Matches(fileName))
            findings.Add(Finding.OfFile(FindingCode.MappingName, fileName, mapping.FileName));
        findings = Findings.Merge(findings, check.Findings);
        return new MappingTrial
        {
            Objections = [], Columns = ColumnsOf(mapped, mapping), SourceRows = mapped.SourceRows, Rows = check.Rows,
            NameInContract = mapped.FileName, Sum = check.Sum, Shown = First(mapped, mapping.Contract),
            Unmapped = [.. mapped.Unmapped.OrderByDescending(u => u.Value)
                .ThenBy(u => u.Key.Value, StringComparer.Ordinal).Select(u => new UnmappedCount(u.Key, u.Value))],
            Findings = findings.Kept, FindingCount = findings.Count, Titles = mapped.Titles,
            Totals = check is CheckedWeeks weeks ? TotalsOf(weeks, await _categories.Current(cancel)) : [],
        };
    }

    private async Task<CheckedFile> Check(
        string fileName, MappedRows mapped, Mapping mapping, CancellationToken cancel)
    {
        if (mapped.FileName is null)
            return new UnmappedFile(mapped, null);
        var contract = _contracts.Get(mapping.Contract);
        if (contract.Read(mapped.FileName).Finding is { } wrong)
            return new UnreadableFile(wrong);
        var file = new DeliveredFile(mapping.Supplier, fileName, "", 0, "", null) { Mapped = mapped };
        return await contract.Check(file, cancel);
    }

    private static List<TrialTotal> TotalsOf(CheckedWeeks weeks, CategoryTree categories) =>
    [
        .. weeks.GroupTotals(categories).OrderBy(t => t.Week).ThenBy(t => t.Group.Code, StringComparer.Ordinal)
            .Select(t => new TrialTotal(
                t.Week.ToString(), t.Group.Code, categories.Find(t.Group)?.Title ?? t.Group.Code, t.Total)),
    ];

    private static List<TrialColumn> ColumnsOf(MappedRows mapped, Mapping mapping) =>
    [
        .. TableSchema.Of(mapping.Contract).Fields.Select((field, at) =>
        {
            var rule = mapping.Columns[field.Name];
            return new TrialColumn(
                field.Name, rule.Source, mapped.Columns.ElementAtOrDefault(at), rule.Form, rule.Constant);
        }),
    ];

    private static List<TrialRow> First(MappedRows mapped, string contract)
    {
        var (shown, schema) = (new List<TrialRow>(), TableSchema.Of(contract));
        var rows = new CsvRows(mapped.Csv.Span, schema.Dialect.Delimiter, schema.Fields.Count);
        rows.Read();
        while (shown.Count < RowsShown && rows.Read())
        {
            var fields = new string[schema.Fields.Count];
            for (var at = 0; at < fields.Length; at++)
                fields[at] = PrintableValue.Of(rows[at]);
            shown.Add(new TrialRow(mapped.Lines[shown.Count], fields));
        }

        return shown;
    }
}

/// <summary>What would become of a file under a mapping.</summary>
public sealed record MappingTrial
{
    /// <summary>Why the mapping itself cannot be used; then nothing else is said.</summary>
    public required IReadOnlyList<string> Objections { get; init; }

    /// <summary>For each column of the contract where it comes from.</summary>
    public IReadOnlyList<TrialColumn> Columns { get; init; } = [];

    /// <summary>All titles of the file.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>The name the file would have by its contract; null when it does not say what it is about.</summary>
    public string? NameInContract { get; init; }

    public long SourceRows { get; init; }

    /// <summary>Rows of the contract, after adding up.</summary>
    public long Rows { get; init; }

    public long Sum { get; init; }

    /// <summary>The first rows as mapped.</summary>
    public IReadOnlyList<TrialRow> Shown { get; init; } = [];

    /// <summary>What could not be mapped, the most frequent first.</summary>
    public IReadOnlyList<UnmappedCount> Unmapped { get; init; } = [];

    /// <summary>The first 1,000.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public long FindingCount { get; init; }

    /// <summary>Totals per week and group; empty where the contract does not count in weeks.</summary>
    public IReadOnlyList<TrialTotal> Totals { get; init; } = [];

    /// <summary>Whether every row would count.</summary>
    public bool IsRight => Objections.Count == 0 && FindingCount == 0;
}

/// <summary>Where a column of the contract comes from.</summary>
/// <param name="Name">The contract's column.</param>
/// <param name="Source">Title in the file; null for a constant.</param>
/// <param name="Place">Number of that column, from 1; 0 when it is not there.</param>
/// <param name="Form">How it is read.</param>
/// <param name="Constant">Its value for every row, or null.</param>
public sealed record TrialColumn(string Name, string? Source, int Place, ValueForm Form, string? Constant);

/// <summary>A row as mapped.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Fields">Its fields, in the order of the contract.</param>
public sealed record TrialRow(long Line, IReadOnlyList<string> Fields);

/// <summary>How often a value could not be mapped.</summary>
public sealed record UnmappedCount(Unmapped What, long Times);

/// <summary>The total of a week and group of categories.</summary>
public sealed record TrialTotal(string Week, string Group, string Title, long Total);
