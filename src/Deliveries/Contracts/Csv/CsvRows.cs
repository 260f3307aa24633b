namespace Twente.Igw.Deliveries;

/// <summary>
/// Reads the rows of an RFC 4180 file in UTF-8, line end LF or CRLF, forward and once. Own code because the readers of
/// the ecosystem accept silently what a contract has to refuse, and lose the line on which it stands.
/// Takes time linear in the file whatever it holds. Of a row as many fields are kept as asked for; all are counted.
/// </summary>
internal ref struct CsvRows
{
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly ReadOnlySpan<byte> _file;
    private readonly byte _delimiter;
    private readonly CsvField[] _fields;
    private int _start;
    private int _position;
    private long _nextLine = 1;

    /// <param name="file">The file without byte order mark.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    /// <param name="keep">Number of fields of a row that can be asked for.</param>
    public CsvRows(ReadOnlySpan<byte> file, char delimiter, int keep)
    {
        _file = file;
        _delimiter = (byte)delimiter;
        _fields = new CsvField[keep];
    }

    /// <summary>Line on which the row starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Line on which the next row starts.</summary>
    public readonly long NextLine => _nextLine;

    /// <summary>Number of fields of the row, also of those not kept.</summary>
    public int Columns { get; private set; }

    /// <summary>The first fault of the row; the fields of a faulty row mean nothing.</summary>
    public CsvFault Fault { get; private set; }

    /// <summary>Column of the fault, from 1.</summary>
    public int FaultColumn { get; private set; }

    /// <summary>The line is empty: not even an empty quoted field.</summary>
    public readonly bool IsBlank => Columns == 1 && _fields[0].Length == 0 && _fields[0].Start == _start;

    /// <summary>The row as it stands in the file, without its line end.</summary>
    public readonly ReadOnlySpan<byte> Text
    {
        get
        {
            var row = _file[_start.._position];
            if (row.EndsWith("\r\n"u8))
                return row[..^2];
            // A carriage return that no line feed follows ends no line: it is part of the last field.
            return row.EndsWith("\n"u8) ? row[..^1] : row;
        }
    }

    /// <summary>Value of a kept field, from 0.</summary>
    public readonly ReadOnlySpan<byte> this[int index] => _fields[index].In(_file);

    /// <summary>Line on which a kept field starts: later than the row's when a field before it holds one.</summary>
    public readonly long LineOf(int index) => Line + _file[_start.._fields[index].Start].Count(LineFeed);

    /// <summary>Goes to the next row; false at the end of the file.</summary>
    public bool Read()
    {
        if (_position >= _file.Length)
            return false;
        (_start, Line, Columns, Fault) = (_position, _nextLine, 0, CsvFault.None);
        while (ReadField())
        {
            // The row ends with the field that no separator follows.
        }

        return true;
    }

    private bool ReadField()
    {
        var start = _position;
        var rest = _file[start..];
        if (!rest.IsEmpty && rest[0] == Quote)
            return ReadQuotedField(start + 1);
        var length = rest.IndexOfAny(_delimiter, LineFeed, Quote);
        if (length >= 0 && rest[length] == Quote)
        {
            Fail(CsvFault.QuoteInside, Columns + 1);
            length = rest.IndexOfAny(_delimiter, LineFeed);
        }

        var end = length < 0 ? _file.Length : start + length;
        var lineEnd = EndsLine(end) && length > 0 && _file[end - 1] == CarriageReturn ? 1 : 0;
        Keep(new CsvField(start, end - start - lineEnd, Escaped: false));
        return Pass(end);
    }

    private bool ReadQuotedField(int start)
    {
        var escaped = false;
        for (var end = start; _file[end..].IndexOf(Quote) is >= 0 and var quote; end += quote + 2)
        {
            var closing = end + quote;
            if (closing + 1 < _file.Length && _file[closing + 1] == Quote)
            {
                escaped = true;
                continue;
            }

            _nextLine += _file[start..closing].Count(LineFeed);
            Keep(new CsvField(start, closing - start, escaped));
            return PassClosingQuote(closing + 1);
        }

        Fail(CsvFault.UnclosedQuote, Columns + 1);
        Keep(new CsvField(start, _file.Length - start, escaped));
        return Pass(_file.Length);
    }

    private bool PassClosingQuote(int position)
    {
        var length = _file[position..].IndexOfAny(_delimiter, LineFeed);
        var end = length < 0 ? _file.Length : position + length;
        if (end > position && !(EndsLine(end) && _file[position..end].SequenceEqual("\r"u8)))
            Fail(CsvFault.AfterQuote, Columns);
        return Pass(end);
    }

    private readonly bool EndsLine(int end) => end < _file.Length && _file[end] == LineFeed;

    /// <summary>Goes on behind the field that ends here; false when the row ends with it.</summary>
    private bool Pass(int end)
    {
        var more = end < _file.Length && _file[end] == _delimiter;
        _position = Math.Min(end + 1, _file.Length);
        if (!more)
            _nextLine++;
        return more;
    }

    private void Keep(CsvField field)
    {
        if (Columns < _fields.Length)
            _fields[Columns] = field;
        Columns++;
    }

    private void Fail(CsvFault fault, int column)
    {
        if (Fault == CsvFault.None)
            (Fault, FaultColumn) = (fault, column);
    }
}
