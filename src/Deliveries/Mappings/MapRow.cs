using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>Makes one row of a contract of one row of a file, column by column.</summary>
internal sealed class MapRow
{
    private readonly TableSchema _schema;
    private readonly ColumnRule[] _rules;
    private readonly ReadValue[] _readers;
    private readonly int[] _years;
    private readonly int? _boundaryYear;
    private readonly string _digits;

    public MapRow(Mapping mapping, SourceColumns columns, CheckAgainst known)
    {
        var areas = new NamedAreas(known);
        _schema = TableSchema.Of(mapping.Contract);
        _rules = [.. _schema.Fields.Select(f => mapping.Columns[f.Name])];
        _readers = [.. _schema.Fields.Zip(_rules, (field, rule) => new ReadValue(rule, field, areas))];
        SourceColumns = [.. _rules.Select(r => r.Source is { } title ? columns.PlaceOf(title)!.Value + 1 : 0)];
        _years = [.. _rules.Select(r => r.YearSource is { } title ? columns.PlaceOf(title)!.Value : -1)];
        _boundaryYear = MappedColumns.Find(_schema, MappedColumns.BoundaryYear);
        _digits = known.Municipality.Code[2..];
        Area = MappedColumns.AreaOf(_schema);
    }

    /// <summary>Column in the file of each contract column, from 1; 0 for a constant.</summary>
    public IReadOnlyList<int> SourceColumns { get; }

    /// <summary>The contract column that says of which gemeente a row is.</summary>
    public int? Area { get; }

    public string NameOf(int column) => _schema.Fields[column].Name;

    /// <summary>The row, and what could not be read of it.</summary>
    public string[] Execute(
        string[] fields, out IReadOnlyList<(int Column, string Code, object? Detail)> objections)
    {
        var row = new string[_rules.Length];
        List<(int, string, object?)>? wrong = null;
        // The boundary year first: the name of an area means something within a year only.
        var year = _boundaryYear is { } at ? Read(at, fields, "").Text : "";
        for (var column = 0; column < row.Length; column++)
        {
            var value = Read(column, fields, _years[column] >= 0 ? fields[_years[column]] : year);
            row[column] = value.Text;
            if (value.Objection is { } code)
                (wrong ??= []).Add((column, code, value.Detail));
        }

        objections = wrong ?? [];
        return row;
    }

    /// <summary>The other gemeente a row is about: two letters and digits that are not her own.</summary>
    public AreaCode? ForeignIn(string[] row)
    {
        const int length = 6;
        if (Area is not { } column || row[column] is not { Length: >= length } area
            || !char.IsAsciiLetter(area[0]) || !char.IsAsciiLetter(area[1])
            || area.AsSpan(2, 4).IndexOfAnyExceptInRange('0', '9') >= 0
            || area.AsSpan(2, 4).SequenceEqual(_digits))
            return null;
        return AreaCode.Parse(string.Concat("GM", area.AsSpan(2, 4)));
    }

    private MappedValue Read(int column, string[] fields, string beside) =>
        _rules[column].Constant is { } constant
            ? new(constant)
            : _readers[column].Execute(fields[SourceColumns[column] - 1], beside);
}
