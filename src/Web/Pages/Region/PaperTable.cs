using System.Text;

namespace Twente.Igw.Web.Pages;

/// <summary>A column on paper.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="Width">In points, 72 to an inch.</param>
internal sealed record PaperColumn(string Head, int Width)
{
    /// <summary>Numbers end at the right edge.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>
/// A table as PDF: A4 across, black on white, text that can be searched and copied. Written here because no library
/// that is served makes one without font files of its own; these are the letters every reader has.
/// </summary>
/// <remarks>ISO 32000-1, with the standard font Helvetica; what WinAnsi lacks becomes a question mark.</remarks>
internal sealed class PaperTable(string title, IReadOnlyList<string> lead, IReadOnlyList<PaperColumn> columns)
{
    private const int Width = 842;
    private const int Height = 595;
    private const int Edge = 48;
    private const int Line = 15;
    private const double DigitWidth = 0.556;
    private const double NarrowWidth = 0.278;

    private static readonly Encoding WinAnsi = Letters();

    private readonly List<StringBuilder> _pages = [];
    private int _y;

    /// <summary>A row of the table.</summary>
    public void Row(params string[] values)
    {
        Begin();
        var x = Edge;
        for (var at = 0; at < columns.Count; at++)
        {
            Put(x, values[at], columns[at], 9, bold: false);
            x += columns[at].Width;
        }
        _y -= Line;
    }

    /// <summary>A line of text below the table; long ones are broken between words.</summary>
    public void Text(string text)
    {
        foreach (var line in Broken(text, 140))
        {
            Begin();
            Put(Edge, line, new PaperColumn("", Width), 9, bold: false);
            _y -= Line;
        }
    }

    public byte[] ToPdf()
    {
        Begin();
        var objects = new List<byte[]>();
        var pages = string.Join(' ', _pages.Select((_, at) => Ref(5 + (at * 2))));
        objects.Add(Latin($"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>"));
        objects.Add(Latin($"<< /Type /Pages /Kids [{pages}] /Count {_pages.Count} >>"));
        objects.Add(Latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        objects.Add(Latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"));
        for (var at = 0; at < _pages.Count; at++)
        {
            objects.Add(Latin(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Contents {Ref(6 + (at * 2))} "
                + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"));
            var content = WinAnsi.GetBytes(_pages[at].ToString());
            objects.Add([.. Latin($"<< /Length {content.Length} >>\nstream\n"), .. content, .. Latin("\nendstream")]);
        }
        return Assemble(objects);
    }

    private static string Ref(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    private static byte[] Assemble(List<byte[]> objects)
    {
        using var pdf = new MemoryStream();
        pdf.Write(Latin("%PDF-1.7\n"));
        var places = new List<long>();
        for (var at = 0; at < objects.Count; at++)
        {
            places.Add(pdf.Position);
            pdf.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n")));
            pdf.Write(objects[at]);
            pdf.Write(Latin("\nendobj\n"));
        }
        var table = pdf.Position;
        pdf.Write(Latin(string.Create(CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n")));
        foreach (var place in places)
            pdf.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        pdf.Write(Latin(string.Create(
            CultureInfo.InvariantCulture,
            $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")));
        return pdf.ToArray();
    }

    /// <summary>Makes sure there is a page with room for one more line.</summary>
    private void Begin()
    {
        if (_pages.Count > 0 && _y >= Edge)
            return;
        _pages.Add(new StringBuilder());
        _y = Height - Edge;
        if (_pages.Count == 1)
        {
            Put(Edge, title, new PaperColumn("", Width), 16, bold: true);
            _y -= Line * 2;
            foreach (var line in lead.SelectMany(l => Broken(l, 140)))
            {
                Put(Edge, line, new PaperColumn("", Width), 9, bold: false);
                _y -= Line;
            }
            _y -= Line;
        }
        var x = Edge;
        foreach (var column in columns)
        {
            Put(x, column.Head, column, 9, bold: true);
            x += column.Width;
        }
        _y -= Line;
    }

    private void Put(int x, string text, PaperColumn column, int size, bool bold)
    {
        var start = column.IsNumber ? x + column.Width - 12 - (size * text.Sum(WidthOf)) : x;
        _pages[^1].Append(string.Create(
            CultureInfo.InvariantCulture,
            $"BT /F{(bold ? 2 : 1)} {size} Tf {start:0.##} {_y} Td ({Escaped(text)}) Tj ET\n"));
    }

    /// <summary>Of a digit or a sign in a number, in parts of the size.</summary>
    private static double WidthOf(char letter) => letter is ',' or '.' or ' ' ? NarrowWidth : DigitWidth;

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)
        .Replace("\r", " ", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);

    private static IEnumerable<string> Broken(string text, int most)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length >= most)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static Encoding Letters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
    }
}
