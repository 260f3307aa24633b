using System.Text;

namespace Twente.Igw.Areas;

/// <summary>What a crosswalk file says: of one municipality, from one boundary year to another.</summary>
internal sealed record CrosswalkText(AreaCode Municipality, int FromYear, int ToYear, IReadOnlyList<ReadRow> Rows);

/// <summary>
/// The CSV form of a crosswalk, read and written:
/// <c>gemeente;van;naar;vanbuurt;naarbuurt;gewicht;verdeelsleutel</c>.
/// </summary>
public sealed class CrosswalkFile
{
    public const string Header = "gemeente;van;naar;vanbuurt;naarbuurt;gewicht;verdeelsleutel";

    /// <summary>A country has some 15,000 neighbourhoods; one municipality never this many rows.</summary>
    private const int LongestFile = 2_000_000;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private readonly AreaFindings _findings;

    private CrosswalkFile(AreaFindings findings) => _findings = findings;

    /// <summary>The file of a crosswalk, to mend and to import again.</summary>
    public static string Write(Crosswalk crosswalk)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in crosswalk.Rows)
            text.Append(Dutch, $"{crosswalk.Municipality};{crosswalk.FromYear};{crosswalk.ToYear};{row.From};{row.To};")
                .Append(Dutch, $"{row.Part:0.######};{CrosswalkWords.Of(row.Basis)}\n");
        return text.ToString();
    }

    /// <summary>Reads the rows, each judged by itself; null, with the reasons among the findings, when wrong.</summary>
    internal static CrosswalkText? Read(string path, AreaFindings findings)
    {
        if (Lines(path, findings) is not [var header, .. var lines])
            return null;
        if (header != Header)
        {
            findings.Add("regel 1", header, $"de eerste regel moet precies zijn: {Header}");
            return null;
        }
        var file = new CrosswalkFile(findings);
        var read = lines.Select((line, at) => (line, number: at + 2)).Where(l => l.line.Length > 0)
            .Select(l => file.Row(l.line, l.number)).ToList();
        if (read.Count == 0)
            findings.Add("bestand", "", "er staan geen regels in");
        return findings.Any ? null : Together([.. read.OfType<FileRow>()], findings);
    }

    private static List<string> Lines(string path, AreaFindings findings)
    {
        try
        {
            if (new FileInfo(path).Length > LongestFile)
                findings.Add("bestand", path, "het is te groot voor een omrekentabel");
            else
                return [.. File.ReadAllText(path, new UTF8Encoding(true, throwOnInvalidBytes: true)).Split('\n')
                    .Select(line => line.TrimEnd('\r'))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            findings.Add("bestand", path, File.Exists(path) ? "het is niet te lezen als UTF-8" : "het bestaat niet");
        }
        return [];
    }

    private static CrosswalkText? Together(List<FileRow> rows, AreaFindings findings)
    {
        var (municipality, from, to) = rows[0].Whole;
        foreach (var other in rows.Where(r => r.Whole != rows[0].Whole))
            findings.Add(
                other.Read.Thing, $"{other.Whole.Item1};{other.Whole.Item2};{other.Whole.Item3}",
                $"een bestand is van één gemeente en twee jaren; bovenaan staat {municipality};{from};{to}");
        return findings.Any ? null : new CrosswalkText(municipality, from, to, [.. rows.Select(r => r.Read)]);
    }

    private FileRow? Row(string line, int number)
    {
        var (thing, before) = ($"regel {number}", _findings.Total);
        var fields = line.Split(';');
        if (fields.Length != 7)
        {
            _findings.Add(thing, line, "moet zeven kolommen hebben, gescheiden door een puntkomma");
            return null;
        }
        var municipality = Area(thing, fields[0], AreaLevel.Municipality);
        var (from, to) = (Year(thing, fields[1]), Year(thing, fields[2]));
        if (from == to && from != 0)
            _findings.Add(thing, fields[2], "van en naar moeten twee verschillende jaren zijn");
        var (old, now) = (Area(thing, fields[3], AreaLevel.Neighbourhood), Area(
            thing, fields[4], AreaLevel.Neighbourhood));
        var weight = Weight(thing, fields[5]);
        if (!CrosswalkWords.TryBasis(fields[6], out var basis))
            _findings.Add(
                thing, fields[6], "de verdeelsleutel is " + string.Join(
                    ", ", Enum.GetValues<CrosswalkBasis>().Select(CrosswalkWords.Of)));
        return _findings.Total > before
            ? null
            : new FileRow((municipality, from, to), new ReadRow(number, new CrosswalkRow(old, now, weight, basis)));
    }

    private AreaCode Area(string thing, string text, AreaLevel level)
    {
        if (AreaCode.TryParse(text, out var code) && code.Level == level)
            return code;
        _findings.Add(
            thing, text, level == AreaLevel.Municipality ? "moet een code zijn zoals GM0153"
            : "moet een code zijn zoals BU01530000");
        return default;
    }

    private int Year(string thing, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 1990 and < 2101)
            return year;
        _findings.Add(thing, text, "moet een indelingsjaar zijn zoals 2025");
        return 0;
    }

    /// <summary>A comma or a point; with both at once nobody knows which is which.</summary>
    private int Weight(string thing, string text)
    {
        if (decimal.TryParse(
            text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight is > 0 and <= 1 && decimal.Round(weight, 6) == weight)
            return (int)(weight * CrosswalkRow.Whole);
        _findings.Add(thing, text, "het gewicht ligt boven 0 en is hoogstens 1, met hoogstens zes decimalen");
        return 0;
    }

    private sealed record FileRow((AreaCode, int, int) Whole, ReadRow Read);
}
