using System.Text;
using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Reads a workbook as the CSV of its contract, from the first visible sheet that has the header. Own code: the
/// readers of the ecosystem hand out the result of a formula and the value of a number, and a contract has to see that
/// it was a formula, or that 1000 was written as 1E3.
/// </summary>
internal static class ReadWorkbook
{
    /// <param name="file">The workbook; read from disk, never unpacked to it.</param>
    /// <param name="schema">The contract.</param>
    /// <param name="cancel">Stops the reading between two rows.</param>
    public static RowText Execute(Stream file, TableSchema schema, CancellationToken cancel) =>
        Execute(file, SheetForm.Of(schema), cancel);

    /// <param name="file">The workbook.</param>
    /// <param name="form">Which sheet is meant, and what it is written as.</param>
    /// <param name="cancel">Stops the reading between two rows.</param>
    public static RowText Execute(Stream file, SheetForm form, CancellationToken cancel)
    {
        try
        {
            var (archive, limit) = XlsxArchive.Open(file);
            if (archive is null)
                return RowText.Unreadable(limit!);
            using (archive)
                return Read(archive, form, cancel);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or DecoderFallbackException
            or EndOfStreamException or NotSupportedException)
        {
            return RowText.Unreadable(Finding.OfFile(FindingCode.WorkbookUnreadable, ""));
        }
    }

    private static RowText Read(XlsxArchive archive, SheetForm form, CancellationToken cancel)
    {
        var workbook = XlsxWorkbook.Read(archive);
        if (workbook.SharedStrings is { } part && archive.SizeOf(part) > XlsxArchive.MaxSharedStrings)
            return RowText.Unreadable(
                XlsxArchive.Passes("te veel tekst", XlsxArchive.Size(XlsxArchive.MaxSharedStrings)));
        var cell = new SheetCell(
            SharedStrings.Read(archive, workbook.SharedStrings), CellFormats.Read(archive, workbook.Styles));
        var named = workbook.Sheets.Where(s => IsMeant(archive, s, cell, form)).ToList();
        // Without the header anywhere the first sheet shows what is wrong with it.
        if (named.Concat(workbook.Sheets).FirstOrDefault() is not { } sheet)
            return RowText.Unreadable(Finding.OfFile(FindingCode.FileEmpty, ""));
        var text = new SheetText(form);
        using var rows = new SheetReader(archive.Read(sheet.Part), cell);
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (!text.Add(rows.Row, rows.Cells))
                return RowText.Unreadable(
                    XlsxArchive.Passes("te veel rijen", XlsxArchive.Size(SheetText.MaxText)));
        }

        return new RowText(text.Csv) { Sheet = sheet.Name, OtherSheets = [.. named.Skip(1).Select(s => s.Name)] };
    }

    private static bool IsMeant(XlsxArchive archive, XlsxSheet sheet, SheetCell cell, SheetForm form)
    {
        using var rows = new SheetReader(archive.Read(sheet.Part), cell);
        while (rows.Read() && rows.Row <= form.HeaderRow)
            if (rows.Row == form.HeaderRow)
                return form.IsMeant(sheet.Name, rows.Cells);
        return false;
    }
}
