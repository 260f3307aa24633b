namespace Twente.Igw.Areas;

/// <summary>A row of a crosswalk and the line of the file it stands on.</summary>
internal readonly record struct ReadRow(int Line, CrosswalkRow Row)
{
    public string Thing => $"regel {Line}";
}

/// <summary>
/// Whether rows are a crosswalk between two boundary years: nothing lost, nothing counted twice, and no basis coarser
/// than what is known.
/// </summary>
internal sealed class CheckCrosswalk
{
    /// <summary>What weights written with three decimals may miss: 0.333 three times.</summary>
    public const int Tolerance = CrosswalkRow.Whole / 1000;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private readonly ILookup<AreaCode, ReadRow> _from;
    private readonly ILookup<AreaCode, ReadRow> _to;
    private readonly MunicipalityAreas _old;
    private readonly MunicipalityAreas _new;
    private readonly AreaFindings _findings;

    private CheckCrosswalk(
        IReadOnlyList<ReadRow> rows, MunicipalityAreas from, MunicipalityAreas to, AreaFindings findings)
    {
        (_from, _to) = (rows.ToLookup(r => r.Row.From), rows.ToLookup(r => r.Row.To));
        (_old, _new, _findings) = (from, to, findings);
    }

    /// <summary>Adds what is wrong to the findings.</summary>
    public static void Execute(
        IReadOnlyList<ReadRow> rows, MunicipalityAreas from, MunicipalityAreas to, AreaFindings findings)
    {
        var check = new CheckCrosswalk(rows, from, to, findings);
        foreach (var row in rows)
            check.Codes(row);
        foreach (var twice in rows.GroupBy(r => (r.Row.From, r.Row.To)).SelectMany(g => g.Skip(1)))
            findings.Add(twice.Thing, $"{twice.Row.From} naar {twice.Row.To}", "deze twee staan er al eerder in");
        if (findings.Any)
            return;
        check.Complete();
        foreach (var area in check._from)
            check.Weights([.. area]);
        foreach (var row in rows)
            check.Whole(row);
        foreach (var area in check._from)
            check.Ground([.. area]);
    }

    /// <summary>Whether rows still are a crosswalk between these areas, which may have been imported anew.</summary>
    public static bool Fits(IReadOnlyList<CrosswalkRow> rows, MunicipalityAreas from, MunicipalityAreas to)
    {
        var (old, now) = (rows.Select(r => r.From).ToHashSet(), rows.Select(r => r.To).ToHashSet());
        return old.SetEquals(from.Neighbourhoods.Select(n => n.Code))
            && now.SetEquals(to.Neighbourhoods.Select(n => n.Code));
    }

    private void Codes(ReadRow row)
    {
        Code(row, row.Row.From, _old);
        Code(row, row.Row.To, _new);
    }

    private void Code(ReadRow row, AreaCode code, MunicipalityAreas areas)
    {
        if (code.Level != AreaLevel.Neighbourhood || areas.Find(code) is null)
            _findings.Add(
                row.Thing, code, $"moet een buurt van {_old.Municipality.Code} zijn in de indeling van " +
                $"{areas.BoundaryYear}");
    }

    private void Complete()
    {
        foreach (var area in _old.Neighbourhoods.Where(n => !_from.Contains(n.Code)))
            _findings.Add(
                $"buurt {area.Code}", area.Name, $"elke buurt van {_old.BoundaryYear} moet ergens heen gaan");
        foreach (var area in _new.Neighbourhoods.Where(n => !_to.Contains(n.Code)))
            _findings.Add(
                $"buurt {area.Code}", area.Name,
                $"elke buurt van {_new.BoundaryYear} moet ergens vandaan komen; anders lijken haar cijfers nul");
    }

    private void Weights(IReadOnlyList<ReadRow> rows)
    {
        var sum = rows.Sum(r => (long)r.Row.Weight);
        if (Math.Abs(sum - CrosswalkRow.Whole) > Tolerance)
            _findings.Add(
                rows[0].Thing, Part(sum),
                $"de gewichten van {rows[0].Row.From} moeten samen 1 zijn (0,001 verschil mag)");
    }

    private void Whole(ReadRow read)
    {
        var row = read.Row;
        var (parts, sources) = (_from[row.From].Count(), _to[row.To].Count());
        var rule = row.Basis switch
        {
            _ when !CrosswalkWords.IsWhole(row.Basis) => null,
            _ when parts > 1 => "deze verdeelsleutel is voor een buurt die in haar geheel overgaat",
            CrosswalkBasis.Merged => sources < 2 ? $"in {row.To} gaat geen andere buurt op" : null,
            _ when sources > 1 => $"in {row.To} gaat ook een andere buurt op; schrijf samengevoegd",
            CrosswalkBasis.Unchanged => row.From != row.To ? "de code is anders; schrijf hernummerd" : null,
            _ => row.From == row.To ? "de code is dezelfde; schrijf ongewijzigd" : null,
        };
        if (rule is not null)
            _findings.Add(read.Thing, CrosswalkWords.Of(row.Basis), rule);
    }

    private void Ground(IReadOnlyList<ReadRow> rows)
    {
        if (rows.FirstOrDefault(r => r.Row.Basis == CrosswalkBasis.Ground) is not { Line: > 0 } ground)
            return;
        var parts = rows.Select(r => r.Row.To).ToList();
        if (DivideByInhabitants.Of(parts, to => _to[to].Count(), _new) is { } shares)
            _findings.Add(
                ground.Thing, CrosswalkWords.Of(CrosswalkBasis.Ground),
                "de inwoners zijn bekend; verdeel naar inwoners: " + string.Join(
                    ", ", parts.Zip(shares, (to, weight) => $"{to} {Part(weight)}")));
    }

    private static string Part(long weight) => (weight / (decimal)CrosswalkRow.Whole).ToString("0.###", Dutch);
}
