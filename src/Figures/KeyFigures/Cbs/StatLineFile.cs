using System.Security.Cryptography;
using System.Text;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// A StatLine table as CSV: semicolons, one row per area, keys padded with blanks, a row for the whole country that
/// belongs to no gemeente.
/// </summary>
internal sealed class StatLineFile : CbsFile
{
    /// <summary>What the column with area codes is called, best first: in the second the key is also a name.</summary>
    private static readonly string[] CodeColumns = ["codering", "wijkenenbuurten", "regios"];

    private readonly string[] _header;
    private readonly List<(AreaCode Area, string[] Fields)> _rows;

    private StatLineFile(string sha256, string[] header, List<(AreaCode, string[])> rows)
    {
        (Sha256, _header, _rows) = (sha256, header, rows);
        Tables = [new CbsTable("het bestand", header, Rows)];
    }

    public override string Sha256 { get; }

    public override int? Year => null;

    public override IReadOnlyList<CbsTable> Tables { get; }

    public static StatLineFile? Read(string path, ImportFindings findings)
    {
        using var stream = File.OpenRead(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        using var lines = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return Read(sha256, lines, findings);
        }
        catch (DecoderFallbackException)
        {
            findings.Add($"bestand {Path.GetFileName(path)}", "", "het is geen tekst in UTF-8");
            return null;
        }
    }

    /// <summary>Everything was read at once.</summary>
    public override void Dispose()
    {
    }

    private static StatLineFile? Read(string sha256, StreamReader lines, ImportFindings findings)
    {
        var header = SplitLine(lines.ReadLine() ?? "");
        var code = CodeColumns.Select(stem => Array.FindIndex(header, h => ColumnName.StemOf(h) == stem))
            .FirstOrDefault(at => at >= 0, -1);
        if (code < 0)
        {
            findings.Add("kop van het bestand", string.Join(';', header), "een kolom met gebiedscodes ontbreekt");
            return null;
        }
        var rows = new List<(AreaCode, string[])>();
        var seen = new HashSet<AreaCode>();
        for (var number = 2; lines.ReadLine() is { } line; number++)
        {
            var fields = SplitLine(line);
            if (fields.Length != header.Length)
                findings.Add($"regel {number}", "", $"{fields.Length} velden; de kop heeft er {header.Length}");
            else if (AreaOf(fields[code].Trim(), number, findings) is { } area)
                if (seen.Add(area))
                    rows.Add((area, fields));
                else
                    findings.Add($"regel {number}", area.Code, "dit gebied staat er al in");
        }
        return findings.Any ? null : new StatLineFile(sha256, header, rows);
    }

    /// <summary>Null for the whole country, and, with a finding, for what is no area.</summary>
    private static AreaCode? AreaOf(string code, int line, ImportFindings findings)
    {
        if (AreaCode.TryParse(code, out var area))
            return area;
        if (!code.StartsWith("NL", StringComparison.Ordinal))
            findings.Add($"gebied in regel {line}", code, "verwacht GM+4, WK+6 of BU+8 tekens");
        return null;
    }

    private IEnumerable<CbsRow> Rows(IReadOnlyList<string> columns)
    {
        int[] places = [.. columns.Select(c => Array.IndexOf(_header, c))];
        return _rows.Select(row => new CbsRow(row.Area, [.. places.Select(at => row.Fields[at].Trim())]));
    }

    /// <summary>Fields between semicolons; within quotes a semicolon is text and a doubled quote is one.</summary>
    private static string[] SplitLine(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ';' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(line[i]);
        return [.. fields, field.ToString()];
    }
}
