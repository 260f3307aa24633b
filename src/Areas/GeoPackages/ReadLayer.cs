namespace Twente.Igw.Areas;

/// <summary>Reads the rows of one layer, each judged by itself: its code, its name, its numbers.</summary>
internal sealed class ReadLayer
{
    private const int FirstYear = 1995;
    private const int LastYear = 2100;
    private readonly LayerForm _layer;
    private readonly AreaFindings _findings;

    private ReadLayer(LayerForm layer, AreaFindings findings) => (_layer, _findings) = (layer, findings);

    /// <summary>The layer's areas in the order of the file; rows that are wrong are findings instead.</summary>
    public static List<AreaRecord> Execute(GeoPackage package, LayerForm layer, AreaFindings findings)
    {
        var before = findings.Total;
        var columns = package.Columns(layer.Table);
        if (columns.Count == 0)
        {
            findings.Add($"laag {layer.Table}", "", "deze laag ontbreekt in het bestand");
            return [];
        }
        package.GeometryColumn(layer.Table, findings);
        var names = layer.Columns.Select(c => LayerForm.Match(columns, c.Names)).ToList();
        foreach (var (column, name) in layer.Columns.Zip(names).Where(c => c.First.Required && c.Second is null))
            findings.Add($"laag {layer.Table}", column.Names[0], "deze kolom ontbreekt");
        if (names[(int)LayerColumn.Year] is null && names[(int)LayerColumn.YearAndCode] is null)
            findings.Add($"laag {layer.Table}", "jaar, jrstatcode", "een van deze kolommen moet er zijn");
        if (findings.Total > before)
            return [];
        var list = string.Join(", ", names.Select(name => name is null ? "NULL" : GeoPackage.Quoted(name)));
        var reading = new ReadLayer(layer, findings);
        var rows = package.Rows($"SELECT rowid, {list} FROM {layer.Table} WHERE $p ORDER BY rowid", 1);
        return [.. rows.Select(reading.Read).OfType<AreaRecord>()];
    }

    private AreaRecord? Read(object?[] row)
    {
        var number = row[0] as long? ?? 0;
        object? Field(LayerColumn column) => row[1 + (int)column];
        var isLand = Field(LayerColumn.Water) is not ("JA" or "B");
        if (!AreaCode.TryParse(Field(LayerColumn.Code) as string, out var code) || code.Level != _layer.Level)
        {
            // Open water without a code is nobody's area; anything else without one is a mistake.
            if (isLand || Field(LayerColumn.Code) is not (null or ""))
                _findings.Add($"{_layer.Singular} in rij {number}", Field(LayerColumn.Code), Form);
            return null;
        }
        var thing = $"{_layer.Singular} {code}";
        return new AreaRecord
        {
            Layer = _layer,
            Row = number,
            Code = code,
            IsLand = isLand,
            Name = Name(thing, Field(LayerColumn.Name), isLand, code),
            Municipality = Field(LayerColumn.Municipality),
            District = Field(LayerColumn.District),
            Inhabitants = Count(thing, "inwoners", Field(LayerColumn.Inhabitants)),
            Households = Count(thing, "huishoudens", Field(LayerColumn.Households)),
            ChangeCode = Count(thing, "indelingswijziging", Field(LayerColumn.ChangeCode)),
            Year = Year(thing, Field(LayerColumn.Year) ?? Prefix(Field(LayerColumn.YearAndCode))),
        };
    }

    private string Form => _layer.Level switch
    {
        AreaLevel.Municipality => "een gemeentecode is GM en vier cijfers",
        AreaLevel.District => "een wijkcode is WK en zes cijfers of hoofdletters",
        _ => "een buurtcode is BU en acht cijfers of hoofdletters",
    };

    private string Name(string thing, object? value, bool isLand, AreaCode code)
    {
        var name = (value as string)?.Trim() ?? "";
        if (name.Length == 0 && !isLand)
            return code.Code;
        if (name.Length is 0 or > AreaTables.NameLength || name.Any(char.IsControl))
            _findings.Add($"naam van {thing}", value, $"een naam heeft 1 tot {AreaTables.NameLength} leesbare tekens");
        return name;
    }

    /// <summary>A count, or null for "not known": CBS writes -99997, -99995 or another negative number.</summary>
    private int? Count(string thing, string what, object? value)
    {
        if (Whole(value) is { } number)
            return number < 0 ? null : (int)number;
        if (value is not null)
            _findings.Add($"{what} van {thing}", value, "moet een geheel getal zijn");
        return null;
    }

    private int? Year(string thing, object? value)
    {
        if (Whole(value) is >= FirstYear and <= LastYear and var year)
            return (int)year;
        _findings.Add($"jaar van {thing}", value, $"moet een jaar van {FirstYear} tot en met {LastYear} zijn");
        return null;
    }

    private static object? Prefix(object? yearAndCode) =>
        yearAndCode is string { Length: > 4 } text ? text[..4] : yearAndCode;

    private static long? Whole(object? value) => value switch
    {
        long number and <= int.MaxValue => number,
        double number when Math.Abs(number) <= int.MaxValue && number == Math.Truncate(number) => (long)number,
        string text when int.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
