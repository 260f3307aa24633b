namespace Twente.Igw.Deliveries;

/// <summary>
/// Keeps mapped rows; where the mapping says that rows are incidents, those equal but for the count become one.
/// </summary>
internal sealed class AddUpRows
{
    private const int MostDigits = 6;

    private readonly MappedText _text;
    private readonly int? _count;
    private readonly List<long> _lines = [];
    private readonly List<(string[] Row, long Count)> _sums = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private long _size;
    private bool _isFull;

    public AddUpRows(TableSchema schema, bool addsUp)
    {
        _text = new MappedText(schema);
        _count = addsUp ? MappedColumns.Find(schema, MappedColumns.Count) : null;
        _text.Add([.. schema.Fields.Select(f => f.Name)]);
    }

    /// <summary>Rows keep the line on which their key was first.</summary>
    public void Add(string[] row, long line)
    {
        if (_isFull)
            return;
        if (_count is not { } at)
        {
            _isFull = !_text.Add(row);
            _lines.Add(line);
            return;
        }

        var adds = row[at].Length is > 0 and <= MostDigits && row[at].All(char.IsAsciiDigit);
        // What is no number stays as it is, for the contract to refuse.
        var key = string.Join('\u001f', row.Select((field, column) => column == at && adds ? "" : field));
        var more = adds ? long.Parse(row[at], NumberStyles.None, CultureInfo.InvariantCulture) : -1;
        if (adds && _places.TryGetValue(key, out var place))
            _sums[place] = (_sums[place].Row, _sums[place].Count + more);
        else
            AddNew(row, line, key, more);
    }

    /// <summary>The text and the line of each row; no text when it is longer than a delivery may be.</summary>
    public (ReadOnlyMemory<byte>? Text, IReadOnlyList<long> Lines) Close()
    {
        foreach (var (row, count) in _sums)
        {
            if (count >= 0)
                row[_count!.Value] = count.ToString(CultureInfo.InvariantCulture);
            _isFull = _isFull || !_text.Add(row);
        }

        return (_isFull ? null : _text.Csv, _lines);
    }

    private void AddNew(string[] row, long line, string key, long count)
    {
        _size += key.Length;
        _isFull = _size > MappedRows.MostText;
        _places.TryAdd(key, _sums.Count);
        _sums.Add((row, count));
        _lines.Add(line);
    }
}
