using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A cell while it is read, and what it says as the text a CSV file would hold. A number is its own digits as stored:
/// 12 is <c>12</c>, and what is stored as <c>12.5</c> or <c>1E3</c> stays so and is refused by the contract.
/// </summary>
internal sealed class SheetCell(IReadOnlyList<string> texts, CellFormats formats)
{
    private readonly StringBuilder _value = new();
    private readonly StringBuilder _formula = new();
    private string? _type;
    private string? _style;
    private bool _hasFormula;
    private bool _hasValue;

    public void Begin(string? type, string? style)
    {
        (_type, _style, _hasFormula, _hasValue) = (type, style, false, false);
        _value.Clear();
        _formula.Clear();
    }

    public void BeginFormula() => _hasFormula = true;

    public void BeginValue() =>
        _hasValue = !_hasValue ? true : throw new InvalidDataException("A cell has two values.");

    public void AddToFormula(string text) => Add(_formula, text);

    public void AddToValue(string text) => Add(_value, text);

    /// <summary>The text of the cell; empty when it holds nothing.</summary>
    public string Text()
    {
        // A formula is shown as one, so that it is refused: its result is whatever the last program made of it.
        if (_hasFormula)
            return $"={_formula}";
        var value = _value.ToString();
        return _type switch
        {
            "s" => Shared(value),
            "b" => value == "1" ? "WAAR" : "ONWAAR",
            "str" or "inlineStr" or "e" => value,
            "d" => $"datum {value}",
            null or "n" => value.Length > 0 && formats.IsDateStyle(_style) ? Date(value) : value,
            _ => throw new InvalidDataException("A cell has an unknown type."),
        };
    }

    private string Shared(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count
            ? texts[at]
            : throw new InvalidDataException("A cell refers to a text that is not there.");

    /// <summary>A date as a person sees it, so that the finding shows what a spreadsheet made of the code.</summary>
    private static string Date(string value)
    {
        const double lastDay = 2_958_466;
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            && days is >= 0 and < lastDay
            ? DateTime.FromOADate(days).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture)
            : $"datum {value}";
    }

    private static void Add(StringBuilder to, string text)
    {
        to.Append(text);
        if (to.Length > SheetText.MaxCell)
            throw new InvalidDataException("A text is longer than a cell can hold.");
    }
}
