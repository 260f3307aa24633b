using System.Buffers;
using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes a sheet as CSV: row 12 of the sheet is line 12, so that the same content has the same
/// findings in either form.
/// </summary>
internal sealed class SheetText(SheetForm form)
{
    public const int MaxRows = 1_048_576;
    public const int MaxCell = 32_767;
    public const long MaxText = 64L * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _csv = new();
    private readonly StringBuilder _row = new();
    private int _lines;
    private int _columns = form.Columns ?? 0;

    /// <summary>The text so far, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Csv => _csv.WrittenMemory;

    /// <summary>False when the text would become longer than a delivery may be.</summary>
    public bool Add(int row, IReadOnlyList<string> cells)
    {
        var used = cells.Count;
        while (used > 0 && cells[used - 1].Length == 0)
            used--;
        // Empty rows below the last one are formatting; those between rows are lines, blank as in CSV.
        if (used == 0)
            return true;
        _row.Clear();
        for (; _lines < row - 1; _lines++)
            _row.Append('\n');
        // An empty cell at the end is not stored; the titles show how many columns they name.
        if (row == form.HeaderRow)
            _columns = form.Columns ?? used;
        var columns = row <= form.HeaderRow ? used : Math.Max(used, _columns);
        for (var column = 0; column < columns; column++)
        {
            if (column > 0)
                _row.Append(form.Delimiter);
            if (column < used)
                Append(cells[column]);
        }

        _row.Append('\n');
        _lines++;
        var bytes = Encoding.UTF8.GetBytes(_row.ToString());
        if (_csv.WrittenCount + bytes.Length > MaxText)
            return false;
        _csv.Write(bytes);
        return true;
    }

    private void Append(string cell)
    {
        var quoted = cell.AsSpan().IndexOfAny(form.Delimiter, '"') >= 0;
        if (quoted)
            _row.Append('"');
        foreach (var sign in cell)
        {
            // A line end within a cell would move the lines below it: shown as the sign findings show for it.
            _row.Append(sign < ' ' ? (char)(0x2400 + sign) : sign);
            if (sign == '"')
                _row.Append('"');
        }

        if (quoted)
            _row.Append('"');
    }
}
