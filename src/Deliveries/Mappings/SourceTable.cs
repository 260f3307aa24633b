using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>A supplier's own file as rows of UTF-8 text, with its columns found.</summary>
/// <param name="Rows">The text and where it comes from.</param>
/// <param name="Delimiter">What stands between two fields of it.</param>
/// <param name="HeaderLine">Line of the titles.</param>
internal sealed record SourceTable(RowText Rows, char Delimiter, int HeaderLine)
{
    /// <summary>More columns than any export has; those beyond are counted and not read.</summary>
    public const int MostColumns = 250;

    /// <summary>A title or value that means anything is shorter.</summary>
    private const int LongestField = 1_000;

    /// <param name="file">Its bytes.</param>
    /// <param name="fileName">Its name: the end says in which form it is.</param>
    /// <param name="mapping">What it must look like.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public static SourceTable Read(byte[] file, string fileName, Mapping mapping, CancellationToken cancel)
    {
        var delimiter = mapping.Delimiter[0];
        return new(RowText.FormOf(fileName) == RowText.Workbook
            ? OfWorkbook(file, mapping, delimiter, cancel)
            : OfText(file, mapping), delimiter, mapping.HeaderLine);
    }

    /// <summary>A reader that stands before the row of titles.</summary>
    public CsvRows Open()
    {
        var rows = new CsvRows(CsvForm.WithoutByteOrderMark(Rows.Csv.Span), Delimiter, MostColumns + 1);
        while (rows.NextLine < HeaderLine && rows.Read())
        {
            // Titles and dates of the export stand above.
        }

        return rows;
    }

    /// <summary>The titles, with the blanks around them taken off; empty when there is no such line.</summary>
    public IReadOnlyList<string> Titles()
    {
        var rows = Open();
        return rows.Read() && rows.Fault == CsvFault.None ? [.. FieldsOf(in rows).Select(t => t.Trim())] : [];
    }

    public static string[] FieldsOf(in CsvRows row)
    {
        var fields = new string[Math.Min(row.Columns, MostColumns)];
        for (var at = 0; at < fields.Length; at++)
            fields[at] = TextOf(row[at]);
        return fields;
    }

    /// <summary>A field as text, cut where nothing can be right any more.</summary>
    public static string TextOf(ReadOnlySpan<byte> field) =>
        Encoding.UTF8.GetString(field.Length <= LongestField ? field : field[..LongestField]);

    private static RowText OfText(byte[] file, Mapping mapping)
    {
        var text = mapping.Encoding == SourceEncoding.Windows1252
            ? Encoding.Convert(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, Encoding.UTF8, file)
            : file;
        return CsvForm.TextObjection(CsvForm.WithoutByteOrderMark(text)) is { } objection
            ? RowText.Unreadable(objection)
            : new RowText(text);
    }

    private static RowText OfWorkbook(byte[] file, Mapping mapping, char delimiter, CancellationToken cancel)
    {
        var titles = mapping.Columns.Values.Select(c => c.Source).OfType<string>().Select(FoldedText.Of).ToArray();
        using var stream = new MemoryStream(file, writable: false);
        var rows = ReadWorkbook.Execute(stream, new SheetForm
        {
            Delimiter = delimiter, HeaderRow = mapping.HeaderLine,
            IsMeant = (sheet, cells) => mapping.Sheet.Length > 0
                ? FoldedText.Of(sheet) == FoldedText.Of(mapping.Sheet)
                : !titles.Except(cells.Select(FoldedText.Of), StringComparer.Ordinal).Any(),
        }, cancel);
        return rows.Finding is null && mapping.Sheet.Length > 0
            && FoldedText.Of(rows.Sheet) != FoldedText.Of(mapping.Sheet)
            ? RowText.Unreadable(Finding.OfFile(FindingCode.MappingSheet, mapping.Sheet))
            : rows;
    }
}
