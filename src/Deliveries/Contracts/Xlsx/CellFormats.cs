using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>Which formats of a workbook show a number as a date or time; a date is stored as a number.</summary>
internal sealed class CellFormats
{
    private const int MaxFormats = 65_536;

    private readonly List<bool> _dates = [];

    public static CellFormats Read(XlsxArchive archive, string? part)
    {
        var formats = new CellFormats();
        if (part is null || !archive.Has(part))
            return formats;
        var (own, inCells) = (new Dictionary<string, bool>(StringComparer.Ordinal), false);
        using var xml = archive.Read(part);
        while (XlsxArchive.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs")
                inCells = false;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id)
                own[id] = IsDate(xml.GetAttribute("formatCode") ?? "");
            else if (xml.LocalName == "cellXfs")
                inCells = !xml.IsEmptyElement;
            else if (inCells && xml is { LocalName: "xf", Depth: 2 })
                formats.Add(xml.GetAttribute("numFmtId") ?? "0", own);
        }

        return formats;
    }

    /// <param name="style">Number of the format as a cell states it; null is the first.</param>
    public bool IsDateStyle(string? style) =>
        int.TryParse(style ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < _dates.Count && _dates[number];

    /// <summary>A format is a date's when it shows a year, month, day, hour, minute or second.</summary>
    internal static bool IsDate(string format)
    {
        for (var at = 0; at < format.Length; at++)
        {
            var sign = format[at];
            if (sign is '\\' or '_' or '*')
                at++;
            else if (sign == '"')
                at = After(format, '"', at);
            else if (sign == '[' && !IsElapsed(format.AsSpan(at)))
                at = After(format, ']', at);
            else if (char.ToLowerInvariant(sign) is 'y' or 'm' or 'd' or 'h' or 's')
                return true;
        }

        return false;
    }

    private void Add(string id, Dictionary<string, bool> own)
    {
        if (_dates.Count == MaxFormats)
            throw new InvalidDataException("There are too many formats.");
        // ECMA-376, 18.8.30: 14 to 22 and 45 to 47 are dates and times everywhere, 27 to 36 and 50 to 58 in the
        // languages of East Asia.
        var builtIn = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);
        _dates.Add(own.GetValueOrDefault(id, builtIn));
    }

    private static int After(string format, char sign, int at)
    {
        var end = format.IndexOf(sign, at + 1);
        return end < 0 ? format.Length : end;
    }

    /// <summary>Hours, minutes or seconds that go on beyond a day, as in <c>[h]:mm</c>.</summary>
    private static bool IsElapsed(ReadOnlySpan<char> format) =>
        format.Length > 2 && char.ToLowerInvariant(format[1]) is 'h' or 'm' or 's'
        && (format[2] == ']' || char.ToLowerInvariant(format[2]) == char.ToLowerInvariant(format[1]));
}
