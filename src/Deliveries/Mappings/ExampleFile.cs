using System.Text;
using System.Text.Unicode;
using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>An example of a supplier's file: its titles and the values of its first rows.</summary>
internal sealed class ExampleFile
{
    private const int RowsRead = 2_000;
    private const int MostValues = 300;

    /// <summary>What exports call a column, in the order of preference; folded.</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        [MappedColumns.Week] = ["week", "weeknummer", "weeknr", "iso week", "pleegdatum", "incidentdatum", "datum"],
        [MappedColumns.BoundaryYear] = ["indelingsjaar"],
        ["buurtcode"] = ["buurtcode", "buurt", "buurtnaam", "cbs buurt"],
        ["gebied"] = ["gebied", "gebiedscode", "buurtcode", "wijkcode", "buurt", "wijk", "gemeente"],
        ["code"] = ["code", "incidentcode", "incident", "incidentsoort", "soort", "delict", "omschrijving"],
        ["weekdag"] = ["weekdag", "dag", "dag van de week", "pleegdatum", "incidentdatum", "datum"],
        ["dagdeel"] = ["dagdeel", "tijd", "tijdstip", "pleegtijd", "begintijd", "uur"],
        [MappedColumns.Count] = ["aantal", "aantal incidenten", "totaal"],
        [MappedColumns.Period] = ["periode", "jaar", "peildatum", "datum"],
        ["kengetal"] = ["kengetal", "indicator", "onderwerp"],
        ["waarde"] = ["waarde", "aantal", "getal", "score"],
        ["jaar"] = ["jaar", "weekjaar"],
    };

    private readonly List<string[]> _rows = [];

    private ExampleFile(IReadOnlyList<string> titles) => Titles = titles;

    public IReadOnlyList<string> Titles { get; }

    public static ExampleFile Read(byte[] file, string fileName, Mapping form, CancellationToken cancel)
    {
        var table = SourceTable.Read(file, fileName, form, cancel);
        var example = new ExampleFile(table.Rows.Finding is null ? table.Titles() : []);
        if (example.Titles.Count == 0)
            return example;
        var rows = table.Open();
        rows.Read();
        while (example._rows.Count < RowsRead && rows.Read())
            if (rows.Fault == CsvFault.None && rows.Columns == example.Titles.Count)
                example._rows.Add(SourceTable.FieldsOf(in rows));
        return example;
    }

    public static SourceEncoding EncodingOf(byte[] file) =>
        file.AsSpan().StartsWith("PK"u8) || Utf8.IsValid(file) ? SourceEncoding.Utf8 : SourceEncoding.Windows1252;

    /// <summary>The sign that is most in the first line.</summary>
    public static string DelimiterOf(byte[] file)
    {
        var end = file.AsSpan().IndexOf((byte)'\n');
        var header = Encoding.Latin1.GetString(end < 0 ? file : file.AsSpan(0, end));
        return ((string[])[";", ",", "\t", "|"]).MaxBy(d => header.Count(sign => sign == d[0]))!;
    }

    /// <summary>The title that is most likely a column of this name, or null.</summary>
    public string? TitleFor(string field)
    {
        var words = Words.GetValueOrDefault(field, [field]);
        return words.Select(word => Titles.FirstOrDefault(t => FoldedText.Of(t) == word))
            .Concat(words.Select(word => Titles.FirstOrDefault(
                t => FoldedText.Of(t).StartsWith(word, StringComparison.Ordinal))))
            .FirstOrDefault(title => !string.IsNullOrEmpty(title));
    }

    /// <summary>How the values under a title look.</summary>
    public ValueForm FormFor(string field, string title)
    {
        var values = ValuesOf(title).Where(v => v.Length > 0).ToList();
        var areDates = values.Count > 0 && values.All(v => WrittenMoment.TryReadDate(v, out _));
        var areNumbers = values.Count > 0 && values.All(v => v.Length <= 2 && v.All(char.IsAsciiDigit));
        return field switch
        {
            MappedColumns.Week => areDates ? ValueForm.WeekOfDate : areNumbers ? ValueForm.WeekNumber : ValueForm.AsIs,
            MappedColumns.Period => areDates ? ValueForm.YearOfDate : ValueForm.AsIs,
            "weekdag" => areDates ? ValueForm.WeekdayOfDate : areNumbers ? ValueForm.AsIs : ValueForm.WeekdayName,
            "dagdeel" => values.Exists(v => WrittenMoment.TryReadTime(v, out _))
                ? ValueForm.DaypartOfTime : ValueForm.AsIs,
            "buurtcode" or "gebied" => values.TrueForAll(v => AreaCode.TryParse(v, out _))
                ? ValueForm.AsIs
                : FoldedText.Of(title).StartsWith("wijk", StringComparison.Ordinal)
                    ? ValueForm.DistrictName : ValueForm.NeighbourhoodName,
            "code" => values.TrueForAll(v => v.Length <= 8 && !v.Contains(' ')) && values.Exists(v => v.Contains('.'))
                ? ValueForm.AsIs : ValueForm.Listed,
            _ => ValueForm.AsIs,
        };
    }

    /// <summary>The different values under a title, in the order of the file.</summary>
    public IEnumerable<string> ValuesOf(string title)
    {
        var at = Titles.ToList().IndexOf(title);
        return _rows.Select(row => row[at].Trim()).Distinct(StringComparer.Ordinal).Take(MostValues);
    }
}
