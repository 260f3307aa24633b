using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>What a file of CBS says, checked.</summary>
/// <param name="Facts">The values of every bound column and known area.</param>
/// <param name="Bound">The figures that were found, in the order of the list.</param>
/// <param name="Unbound">Columns that are no key figure of the list.</param>
/// <param name="AboutDescent">Columns about descent that were passed over.</param>
/// <param name="Elsewhere">Municipalities whose areas of that year are not loaded; nothing of them is kept.</param>
internal sealed record CbsFigures(
    IReadOnlyList<KeyFigureFact> Facts, IReadOnlyList<KeyFigureCode> Bound, IReadOnlyList<string> Unbound,
    int AboutDescent, IReadOnlyList<AreaCode> Elsewhere);

/// <summary>Reads the values of bound columns for areas that are known; each that is wrong becomes a finding.</summary>
internal sealed class ReadCbsFigures(
    int year, IReadOnlyDictionary<AreaCode, MunicipalityAreas> known, ImportFindings findings)
{
    private readonly List<KeyFigureFact> _facts = [];
    private readonly HashSet<AreaCode> _elsewhere = [];
    private char _mark;

    public CbsFigures Execute(CbsFile file)
    {
        var bound = file.Tables
            .Select(t => (Table: t, Columns: BindColumns.Execute(t.Name, t.Columns, KeyFigureList.Default, findings)))
            .ToList();
        foreach (var (table, columns) in bound)
            foreach (var row in table.Read([.. columns.Columns.Select(c => c.Column)]))
                Take(row, columns.Columns);
        return new CbsFigures(
            _facts, [.. bound.SelectMany(b => b.Columns.Columns).Select(c => c.Figure.Code).Distinct()],
            [.. bound.SelectMany(b => b.Columns.Unbound).Distinct(StringComparer.Ordinal)],
            bound.Max(b => b.Columns.AboutDescent),
            [.. _elsewhere.OrderBy(a => a.Code, StringComparer.Ordinal)]);
    }

    private void Take(CbsRow row, IReadOnlyList<(KeyFigure Figure, string Column)> columns)
    {
        if (!known.TryGetValue(row.Area.Municipality, out var areas))
            _elsewhere.Add(row.Area.Municipality);
        else if (areas.Find(row.Area) is null)
            findings.Add($"gebied {row.Area}", "", $"het staat niet in de indeling van {year}; lees die eerst in");
        else
            foreach (var ((figure, column), text) in columns.Zip(row.Values))
                if (ValueOf($"{column} van {row.Area}", text) is { } value)
                    _facts.Add(new KeyFigureFact(
                        figure.Code, KeyFigurePeriod.OfYear(year), year, row.Area, value));
    }

    /// <summary>Null, with a finding, for what is no value.</summary>
    private KeyFigureValue? ValueOf(string thing, string text)
    {
        if (IsSentinel(text))
            return KeyFigureValue.NotKnown;
        if (!WrittenNumber.TryRead(text, out var number) || number.Decimals > 2)
        {
            findings.Add(thing, text, "verwacht een getal vanaf 0 met hooguit 2 decimalen, of leeg");
            return null;
        }
        if (number.Mark != '\0' && _mark != '\0' && number.Mark != _mark)
        {
            findings.Add(thing, text, "het bestand gebruikt punt en komma door elkaar");
            return null;
        }
        if (number.Mark != '\0')
            _mark = number.Mark;
        return number.Value;
    }

    /// <summary>
    /// StatLine writes a point. The wijk- en buurtkaart writes -99997 and -99995 now and wrote -99999999 in 2021: no
    /// value of CBS is below zero, so every number that begins so is one of these.
    /// </summary>
    private static bool IsSentinel(string text) =>
        text == "." || (text.StartsWith("-9999", StringComparison.Ordinal) && text.Length <= 12);
}
