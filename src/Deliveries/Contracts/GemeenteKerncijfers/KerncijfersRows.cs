using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>Takes the rows of a file one by one: a row that is right becomes a fact, a wrong one findings.</summary>
internal sealed class KerncijfersRows(
    KerncijfersFileName name, IReadOnlyDictionary<int, MunicipalityAreas> areas, KeyFigureList list,
    Findings findings)
{
    private const int Columns = 5;
    private const int Area = 2;

    private readonly KerncijfersFields _fields = new(name, areas, list);
    private readonly List<KeyFigureFact> _facts = [];
    private readonly HashSet<(KeyFigureCode, KeyFigurePeriod, AreaCode)> _seen = [];
    private readonly Dictionary<KeyFigureUnit, int> _years = [];
    private readonly HashSet<AreaCode> _foreign = [];
    private char _mark;

    /// <summary>Rows taken, also the wrong ones.</summary>
    public long Count { get; private set; }

    public IReadOnlyList<KeyFigureFact> Facts => _facts;

    /// <summary>Other gemeenten whose areas are named.</summary>
    public IReadOnlyCollection<AreaCode> ForeignMunicipalities => _foreign;

    public void Take(in CsvRows csv)
    {
        Count++;
        if (csv.Fault != CsvFault.None)
            findings.Add(csv.Line, csv.FaultColumn, FindingCode.RowQuote, "\""u8);
        else if (csv.IsBlank)
            findings.Add(csv.Line, 0, FindingCode.RowBlank, []);
        else if (IsForeign(in csv))
            findings.Add(csv.LineOf(Area), Area + 1, FindingCode.AreaForeign, []);
        else if (csv.Columns != Columns)
            findings.Add(csv.Line, 0, FindingCode.RowColumns, [], Columns, csv.Columns);
        else
            TakeFields(in csv);
    }

    private void TakeFields(in CsvRows csv)
    {
        var before = findings.Count;
        var row = new string[Columns];
        for (var i = 0; i < Columns; i++)
            row[i] = csv[i].Length <= 100 ? Encoding.UTF8.GetString(csv[i]) : "…";
        var fact = _fields.Read(row, out var number, out var objections);
        foreach (var (column, code, details) in objections)
            findings.Add(csv.LineOf(column), column + 1, code, csv[column], details);
        if (number.Mark != '\0' && _mark != '\0' && number.Mark != _mark)
            findings.Add(csv.LineOf(4), 5, FindingCode.ValueMark, csv[4]);
        else if (number.Mark != '\0')
            _mark = number.Mark;
        if (findings.Count == before)
            Add(in csv, fact);
    }

    /// <summary>Stated once, and on the boundaries of the other rows of its unit.</summary>
    private void Add(in CsvRows csv, KeyFigureFact fact)
    {
        if (!_seen.Add((fact.Figure, fact.Period, fact.Area)))
            findings.Add(csv.Line, 0, FindingCode.KeyDuplicateFigure, csv.Text);
        else if (_years.TryAdd(fact.Unit, fact.BoundaryYear) || _years[fact.Unit] == fact.BoundaryYear)
            _facts.Add(fact);
        else
            findings.Add(csv.LineOf(1), 2, FindingCode.BoundaryYearMixedFigure, csv[1], _years[fact.Unit]);
    }

    /// <summary>
    /// Two letters and other digits than those of this gemeente, whatever else is wrong. Then nothing of the row is
    /// shown.
    /// </summary>
    private bool IsForeign(in CsvRows csv)
    {
        if (csv.Columns <= Area || csv[Area] is not { Length: >= 6 and <= 10 } field)
            return false;
        var area = Encoding.UTF8.GetString(field);
        if (!char.IsAsciiLetter(area[0]) || !char.IsAsciiLetter(area[1]) || area.Length < 6
            || !area.AsSpan(2, 4).ToString().All(char.IsAsciiDigit)
            || area.AsSpan(2, 4).SequenceEqual(name.Municipality.Code.AsSpan(2)))
            return false;
        _foreign.Add(AreaCode.Parse(string.Concat("GM", area.AsSpan(2, 4))));
        return true;
    }
}
