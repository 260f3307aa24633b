using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>Reads a sheet row by row, forward and once; rows and cells that are not there are passed over.</summary>
internal sealed class SheetReader : IDisposable
{
    private const int RowDepth = 2;
    private const int CellDepth = 3;

    private readonly XmlReader _xml;
    private readonly SheetCell _cell;
    private readonly List<string> _cells = [];
    private bool _inRows;

    public SheetReader(XmlReader xml, SheetCell cell) => (_xml, _cell) = (xml, cell);

    /// <summary>Number of the row in the sheet, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>The row's cells from column A up to the last that holds something.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Goes to the next row that is stored; false at the end of the sheet.</summary>
    /// <exception cref="InvalidDataException">Rows or cells are not in order.</exception>
    public bool Read()
    {
        _cells.Clear();
        while (XlsxArchive.Next(_xml))
        {
            if (_xml is { Depth: 1, LocalName: "sheetData" })
                _inRows = _xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            else if (_inRows && _xml is { Depth: RowDepth, NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                BeginRow();
                if (_xml.IsEmptyElement)
                    return true;
            }
            else if (_inRows && _xml is { Depth: RowDepth, NodeType: XmlNodeType.EndElement })
                return true;
            else if (_inRows && _xml is { Depth: CellDepth, NodeType: XmlNodeType.Element, LocalName: "c" })
                ReadCell();
        }

        return false;
    }

    public void Dispose() => _xml.Dispose();

    private void BeginRow()
    {
        var number = CellPlace.Row(_xml.GetAttribute("r")) ?? Row + 1;
        if (number <= Row || number > SheetText.MaxRows)
            throw new InvalidDataException("Rows are not in order.");
        Row = number;
        _cells.Clear();
    }

    private void ReadCell()
    {
        var column = CellPlace.Column(_xml.GetAttribute("r"), Row) ?? _cells.Count;
        if (column < _cells.Count || column >= CellPlace.MaxColumns)
            throw new InvalidDataException("Cells are not in order.");
        _cell.Begin(_xml.GetAttribute("t"), _xml.GetAttribute("s"));
        if (!_xml.IsEmptyElement)
            ReadContent();
        var text = _cell.Text();
        while (_cells.Count < column)
            _cells.Add("");
        _cells.Add(text);
    }

    /// <summary>Value, formula or text in the cell, up to the cell's own end.</summary>
    private void ReadContent()
    {
        var part = "";
        while (XlsxArchive.Next(_xml) && _xml.Depth > CellDepth)
        {
            if (_xml is { NodeType: XmlNodeType.Element, Depth: CellDepth + 1 })
            {
                part = _xml.LocalName;
                if (part == "f")
                    _cell.BeginFormula();
                else if (part is "v" or "is")
                    _cell.BeginValue();
            }
            else if (_xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
                SharedStrings.SkipPhonetic(_xml);
            else if (SharedStrings.IsText(_xml.NodeType))
                Take(part);
        }
    }

    private void Take(string part)
    {
        if (part == "f" && _xml.Depth == CellDepth + 2)
            _cell.AddToFormula(_xml.Value);
        // Within inline text white space between the elements is layout.
        else if ((part == "v" && _xml.Depth == CellDepth + 2) || (part == "is" && _xml.Depth >= CellDepth + 3))
            _cell.AddToValue(_xml.Value);
    }
}
