using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Proposes a mapping for an example file, from its titles and first rows. A person decides.</summary>
public sealed class ProposeMapping
{
    private readonly ICurrentTenant _current;
    private readonly ReadKnown _known;
    private readonly CategoryStore _categories;

    internal ProposeMapping(ICurrentTenant current, ReadKnown known, CategoryStore categories) =>
        (_current, _known, _categories) = (current, known, categories);

    /// <param name="supplier">Whose file it is.</param>
    /// <param name="contract">What it is to become.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="file">Its bytes; looked at and let go.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Mapping> Execute(
        SupplierCode supplier, string contract, string fileName, byte[] file, CancellationToken cancel)
    {
        var empty = new Mapping
        {
            Supplier = supplier.Code, Contract = contract, FileName = PatternOf(fileName),
            Columns = new Dictionary<string, ColumnRule>(), Encoding = ExampleFile.EncodingOf(file),
            Delimiter = ExampleFile.DelimiterOf(file),
        };
        var example = ExampleFile.Read(file, fileName, empty, cancel);
        var known = await _known.Execute(AreaCode.Parse(_current.Tenant.Id.Code), cancel);
        var schema = TableSchema.Of(contract);
        var newest = known.Areas.Keys.DefaultIfEmpty().Max();
        var tree = await _categories.Current(cancel);
        var columns = schema.Fields.ToDictionary(f => f.Name, f => RuleOf(f.Name, example, newest, tree));
        var used = columns.Values.SelectMany(c => new[] { c.Source, c.YearSource }).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return empty with
        {
            Columns = columns,
            Ignored = [.. example.Titles.Where(t => t.Length > 0 && !used.Contains(t))],
            AddsUp = columns.TryGetValue(MappedColumns.Count, out var count) && count.Constant is not null,
        };
    }

    private static ColumnRule RuleOf(string field, ExampleFile example, int newestYear, CategoryTree tree)
    {
        if (example.TitleFor(field) is not { } title)
            return new ColumnRule
            {
                Constant = field switch
                {
                    MappedColumns.BoundaryYear when newestYear > 0 => $"{newestYear}",
                    MappedColumns.Count => "1",
                    _ => "",
                },
            };
        var rule = new ColumnRule { Source = title, Form = example.FormFor(field, title) };
        if (rule.Form == ValueForm.WeekNumber)
            return example.TitleFor("jaar") is { } year
                ? rule with { YearSource = year }
                : rule with { Form = ValueForm.AsIs };
        return field == "code" && rule.Form == ValueForm.Listed
            ? rule with { List = ListOf(example, title, tree) }
            : rule;
    }

    /// <summary>Words of incidents whose category has the same title; the others wait for a person.</summary>
    private static Dictionary<string, string> ListOf(ExampleFile example, string title, CategoryTree tree)
    {
        var titles = tree.Classes.Where(c => c.EndsOn is null)
            .GroupBy(c => FoldedText.Of(c.Title), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Code.Code, StringComparer.Ordinal);
        return example.ValuesOf(title).DistinctBy(FoldedText.Of).Where(v => v.Length > 0)
            .ToDictionary(
                v => v, v => titles.GetValueOrDefault(FoldedText.Of(v), Mapping.Open), StringComparer.Ordinal);
    }

    /// <summary>What changes from week to week in a name are its digits.</summary>
    private static string PatternOf(string fileName)
    {
        var pattern = new System.Text.StringBuilder();
        foreach (var sign in fileName)
            if (!char.IsAsciiDigit(sign))
                pattern.Append(sign);
            else if (pattern.Length == 0 || pattern[^1] != '*')
                pattern.Append('*');
        return pattern.ToString();
    }
}
