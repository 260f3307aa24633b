using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Testing;

/// <summary>
/// An invented layout of a supplier and the mapping that belongs to it: other titles, words, order, dates for weeks,
/// names for codes, a row for each incident. Everything follows from the dice. Invented figures.
/// </summary>
internal sealed class SupplierLayout
{
    private static readonly string[] Days =
        ["maandag", "Dinsdag", "WOENSDAG", "do", "vr.", "zaterdag", "Zondag"];

    private static readonly string[][] Times =
        [["0:00", "05:59"], ["6:00", "11:30:15"], ["12:00", "17.59"], ["18:00", "23:59:59"]];

    private readonly Random _random;
    private readonly List<(string Title, Func<Fact, string> Of)> _columns = [];
    private readonly Dictionary<string, ColumnRule> _rules = new(StringComparer.Ordinal);
    private readonly bool _isWorkbook;
    private readonly bool _hasIncidents;
    private readonly bool _is1252;
    private readonly string _delimiter;
    private readonly int _headerLine;

    private SupplierLayout(IReadOnlyList<Fact> facts, CheckAgainst known, Random random)
    {
        _random = random;
        _isWorkbook = random.Next(3) == 0;
        _is1252 = !_isWorkbook && random.Next(3) == 0;
        _delimiter = Pick(";", ",", "\t", "|");
        _headerLine = random.Next(1, 4);
        _hasIncidents = random.Next(2) == 0 && facts.All(f => f.Count > 0);
        AddWeeks(facts.All(f => f.Weekday > 0));
        AddYear();
        AddArea(known);
        AddCode(facts);
        AddDaypart();
        if (!_hasIncidents)
            Add("aantal", Pick("Aantal", "N incidenten"), new ColumnRule(), f => $"{f.Count}");
        else
            _rules.Add("aantal", new ColumnRule { Constant = "1" });
        var columns = _columns.Append(("Opmerking; 'vrij'", _ => Pick("", "a \"b\"", "ruim | 1,5 \u20ac"))).ToArray();
        random.Shuffle(columns);
        _columns = [.. columns];
    }

    public string FileName => $"Export Enschede wk 07.{(_isWorkbook ? "XLSX" : "csv")}";

    public Mapping Mapping => new()
    {
        Supplier = "politie", Contract = ContractName.PolitieWeek, AddsUp = _hasIncidents, Columns = _rules,
        FileName = $"export enschede *.{(_isWorkbook ? "xlsx" : "csv")}", Delimiter = _delimiter,
        HeaderLine = _headerLine, Ignored = ["opmerking;  'VRIJ'"],
        Encoding = _is1252 ? SourceEncoding.Windows1252 : SourceEncoding.Utf8,
    };

    /// <summary>A file with these facts in an invented layout.</summary>
    public static (SupplierLayout Layout, byte[] File) Of(
        IReadOnlyList<Fact> facts, CheckAgainst known, Random random)
    {
        var layout = new SupplierLayout(facts, known, random);
        return (layout, layout.Write(facts));
    }

    private void AddWeeks(bool haveWeekdays)
    {
        if (haveWeekdays && _random.Next(2) == 0)
        {
            var form = Pick("d-M-yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "yyyyMMdd", "dd-MM-yyyy HH:mm");
            Add("week", "Pleegdatum", new ColumnRule { Form = ValueForm.WeekOfDate }, f => f.Week.Monday
                .PlusDays(f.Weekday - 1).ToDateTimeUnspecified().ToString(form, CultureInfo.InvariantCulture));
            _rules.Add("weekdag", new ColumnRule { Source = "PLEEGDATUM", Form = ValueForm.WeekdayOfDate });
            return;
        }

        if (_random.Next(2) == 0)
        {
            Add("week", "Weeknr", new ColumnRule { Form = ValueForm.WeekNumber, YearSource = "Jaar " },
                f => $"{f.Week.Week}");
            _columns.Add(("jaar", f => $"{f.Week.Year}"));
        }
        else
            Add("week", "Week", new ColumnRule(), f => f.Week.ToString());
        if (_random.Next(2) == 0)
            Add("weekdag", "Dag", new ColumnRule { Form = ValueForm.WeekdayName },
                f => f.Weekday == 0 ? Pick("", " ") : Days[f.Weekday - 1]);
        else
            Add("weekdag", "Dagnr", new ColumnRule(), f => f.Weekday == 0 ? "" : $"{f.Weekday}");
    }

    private void AddYear()
    {
        if (_random.Next(2) == 0)
            _rules.Add("indelingsjaar", new ColumnRule { Constant = "2021" });
        else
            Add("indelingsjaar", "Indeling", new ColumnRule(), f => $"{f.BoundaryYear}");
    }

    private void AddArea(CheckAgainst known)
    {
        if (_random.Next(3) == 0)
        {
            Add("buurtcode", "Buurtcode", new ColumnRule(), f => f.Area.Code);
            return;
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Buiten de kaart"] = known.Municipality.Code, [""] = known.Municipality.Code,
        };
        Add("buurtcode", "Buurt naam", new ColumnRule { Form = ValueForm.NeighbourhoodName, List = places }, f =>
            known.Areas[f.BoundaryYear].Find(f.Area) is { Code.Level: AreaLevel.Neighbourhood, Name: var name }
                ? Pick(name, name.ToUpperInvariant(), $" {name}  ", Plain(name))
                : Pick("", "buiten DE kaart"));
    }

    private void AddCode(IReadOnlyList<Fact> facts)
    {
        if (_random.Next(3) == 0)
        {
            Add("code", "Code", new ColumnRule(), f => f.Category.Code);
            return;
        }

        var words = facts.Select(f => f.Category.Code).Distinct().ToDictionary(c => $"Incident {c}: één", c => c);
        Add("code", "Soort", new ColumnRule { Form = ValueForm.Listed, List = words },
            f => Pick($"Incident {f.Category.Code}: één", $"INCIDENT {f.Category.Code}:  een"));
    }

    private void AddDaypart()
    {
        if (_random.Next(2) == 0)
            Add("dagdeel", "Dagdeel", new ColumnRule(),
                f => new[] { "", "nacht", "ochtend", "middag", "avond" }[(int)f.Daypart]);
        else
            Add("dagdeel", "Tijdstip", new ColumnRule { Form = ValueForm.DaypartOfTime },
                f => f.Daypart == Daypart.Unknown ? "" : Pick(Times[(int)f.Daypart - 1]));
    }

    private byte[] Write(IReadOnlyList<Fact> facts)
    {
        var rows = facts.SelectMany(f => Enumerable.Repeat(f, _hasIncidents ? f.Count : 1))
            .Select(f => _columns.Select(c => c.Of(f)).ToArray()).ToArray();
        _random.Shuffle(rows);
        List<string[]> lines =
        [
            .. Enumerable.Range(1, _headerLine - 1).Select(at => new[] { $"Export {at} – fictieve gegevens" }),
            [.. _columns.Select(c => Pick(c.Title, c.Title.ToUpperInvariant(), c.Title + " "))], .. rows,
        ];
        if (_isWorkbook)
            return WorkbookFile.OfCells([.. lines.Select(l => l.Select(WorkbookFile.Text))]).ToBytes();
        var text = string.Concat(lines.Select(l => string.Join(_delimiter, l.Select(Quoted)) + "\r\n"));
        return _is1252
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)
            : Encoding.UTF8.GetBytes(text);
    }

    private string Quoted(string field) =>
        field.Contains(_delimiter, StringComparison.Ordinal) || field.Contains('"') || _random.Next(5) == 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private void Add(string column, string title, ColumnRule rule, Func<Fact, string> of)
    {
        _columns.Add((title, of));
        _rules.Add(column, rule with { Source = title });
    }

    private static string Plain(string name) => string.Concat(
        name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
