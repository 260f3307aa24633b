namespace Twente.Igw.Figures;

/// <summary>One count within a week, in eight bytes; codes are numbers of a <see cref="CodeBook"/>.</summary>
internal readonly record struct Cell(ushort Area, ushort Class, byte Slot, ushort Count)
{
    /// <summary>Weekdays 0–7 times dayparts 0–4; 0 is unknown in both.</summary>
    public const int Slots = 8 * Dayparts;

    public const int Dayparts = 5;

    public static byte SlotOf(int weekday, int daypart) => (byte)(weekday * Dayparts + daypart);
}

/// <summary>What one delivery says of one week. Facts are never changed, so neither is this.</summary>
internal sealed record WeekBlock(IsoWeek Week, long Delivery, int BoundaryYear, Cell[] Cells);

/// <summary>
/// Numbers for the codes of areas and classes of one tenant, so that a cell is small. Only grows, so that blocks made
/// earlier keep their meaning. Used under the shelf's gate only: a cube takes a copy.
/// </summary>
internal sealed class CodeBook
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];

    /// <summary>Every code so far, in order of number.</summary>
    public string[] Codes => [.. _codes];

    public ushort NumberOf(string code)
    {
        if (_numbers.TryGetValue(code, out var known))
            return known;
        var number = checked((ushort)_codes.Count);
        _codes.Add(code);
        _numbers.Add(code, number);
        return number;
    }
}

/// <summary>The code books of a tenant.</summary>
internal sealed class CodeBooks
{
    public CodeBook Areas { get; } = new();

    public CodeBook Classes { get; } = new();

    public Codes Copy() => new(Areas.Codes, [.. Classes.Codes.Select(CategoryCode.Parse)]);
}

/// <summary>What the numbers in the cells of a cube stand for.</summary>
internal sealed record Codes(IReadOnlyList<string> Areas, IReadOnlyList<CategoryCode> Classes);
