namespace Twente.Igw.Deliveries;

/// <summary>What must be mended in a mapping before it can be saved or tried, as Dutch sentences.</summary>
internal static class MappingObjections
{
    private const int MostColumns = 200;
    private const int MostListed = 5_000;
    private const int LongestText = 200;
    private const int LongestTarget = 40;
    private const int LastHeaderLine = 50;

    /// <summary>Contracts of a single gemeente; a file for several is split before any gemeente sees it.</summary>
    public static readonly string[] Contracts =
        [ContractName.PolitieWeek, ContractName.GemeenteKerncijfers, ContractName.PolitieOpenData];

    public static IReadOnlyList<string> Of(Mapping mapping)
    {
        if (!Contracts.Contains(mapping.Contract, StringComparer.Ordinal))
            return [$"Voor '{mapping.Contract}' kan geen vertaling: kies {string.Join(", ", Contracts)}."];
        var schema = TableSchema.Of(mapping.Contract);
        return [.. OfWhole(mapping, schema), .. OfColumns(mapping, schema), .. OfTitles(mapping)];
    }

    private static IEnumerable<string> OfWhole(Mapping mapping, TableSchema schema)
    {
        if (!SupplierCode.TryParse(mapping.Supplier, out _))
            yield return $"'{mapping.Supplier}' is geen leverancierscode.";
        if (FileNamePattern.Objection(mapping.FileName) is { } pattern)
            yield return pattern;
        if (mapping.Delimiter is not (";" or "," or "\t" or "|"))
            yield return "Het scheidingsteken is een puntkomma, komma, tab of |.";
        if (mapping.HeaderLine is < 1 or > LastHeaderLine)
            yield return $"De kopregel is regel 1 tot en met {LastHeaderLine}.";
        if (mapping.Sheet.Length > LongestText || mapping.Ignored.Count > MostColumns)
            yield return "Het blad of de lijst van te negeren kolommen is te lang.";
        if (mapping.AddsUp && schema.Fields.All(f => f.Name != MappedColumns.Count))
            yield return $"Optellen kan alleen waar de levering een kolom {MappedColumns.Count} heeft.";
    }

    private static IEnumerable<string> OfColumns(Mapping mapping, TableSchema schema)
    {
        foreach (var field in schema.Fields.Where(f => !mapping.Columns.ContainsKey(f.Name)))
            yield return $"Zeg waar {field.Name} vandaan komt.";
        foreach (var (name, rule) in mapping.Columns)
            if (schema.Fields.All(f => f.Name != name))
                yield return $"De levering heeft geen kolom {name}.";
            else if (Objection(rule, schema) is { } objection)
                yield return $"{name}: {objection}";
    }

    private static string? Objection(ColumnRule rule, TableSchema schema)
    {
        if (rule.Source is null == rule.Constant is null)
            return "noem een kolom van het bestand of een vaste waarde, en niet allebei.";
        if (rule.Source is { } title && (title.Trim().Length == 0 || title.Length > LongestText))
            return $"de titel van de kolom heeft 1 tot {LongestText} tekens.";
        if (rule.Constant is not null && (rule.Form != ValueForm.AsIs || rule.List.Count > 0))
            return "een vaste waarde heeft geen soort en geen lijst.";
        if ((rule.Form == ValueForm.WeekNumber) != (rule.YearSource is not null))
            return "een weeknummer vraagt om de kolom met het jaar, en alleen een weeknummer.";
        if (rule.Form is ValueForm.NeighbourhoodName or ValueForm.DistrictName
            && schema.Fields.All(f => f.Name != MappedColumns.BoundaryYear))
            return "namen van gebieden kunnen alleen waar de levering een indelingsjaar heeft.";
        return ListObjection(rule.List);
    }

    private static string? ListObjection(IReadOnlyDictionary<string, string> list)
    {
        if (list.Count > MostListed || list.Any(l => l.Key.Length > LongestText || l.Value.Length > LongestTarget))
            return $"een lijst heeft hooguit {MostListed} regels van gewone lengte.";
        if (list.FirstOrDefault(l => l.Value == Mapping.Open) is { Key: { } open })
            return $"zeg wat '{open}' wordt, of haal de regel weg.";
        var twice = list.GroupBy(l => FoldedText.Of(l.Key), StringComparer.Ordinal)
            .FirstOrDefault(g => g.Select(l => l.Value).Distinct(StringComparer.Ordinal).Count() > 1);
        return twice is null ? null : $"'{twice.First().Key}' staat twee keer in de lijst, met een ander doel.";
    }

    private static IEnumerable<string> OfTitles(Mapping mapping)
    {
        var used = mapping.Columns.Values.SelectMany(c => new[] { c.Source, c.YearSource }).OfType<string>()
            .Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        return mapping.Ignored.Where(title => used.Contains(FoldedText.Of(title)))
            .Select(title => $"De kolom {title} wordt gebruikt en genegeerd; kies één van beide.");
    }
}
