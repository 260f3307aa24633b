using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a list of areas is coloured and ranked by.</summary>
internal sealed record Shading
{
    public required Measure Measure { get; init; }

    public required ClassScale Scale { get; init; }

    /// <summary>The page of an area.</summary>
    public Func<AreaCode, string>? AddressOf { get; init; }

    /// <summary>False for categories found by control, which are never ranked: areas stay in order of name.</summary>
    public bool Ranked { get; init; } = true;
}

/// <summary>Makes of an answer the areas as maps and bars show them, highest first.</summary>
internal static class ShadeAreas
{
    public static IReadOnlyList<ShadedArea> Of(FigureAnswer answer, Shading shading)
    {
        var rows = answer.Rows.Select(row => (Row: row, Amount: AmountOf(row, shading.Measure)));
        var ordered = shading.Ranked
            ? rows.OrderByDescending(r => r.Amount ?? double.MinValue).ThenBy(r => r.Row.Name, StringComparer.Ordinal)
            : rows.OrderBy(r => r.Row.Name, StringComparer.Ordinal);
        return [.. ordered.Select((r, i) => Of(r.Row, r.Amount, i + 1, shading))];
    }

    private static ShadedArea Of(FigureRow row, double? amount, int number, Shading shading)
    {
        var @class = ClassOf(row, amount, shading);
        return new ShadedArea
        {
            Number = number, Area = row.Area, Name = row.Name, Amount = amount, Class = @class,
            Mark = row.Sign == "x" ? AreaMark.Shielded : @class is null ? AreaMark.TooLittle : AreaMark.None,
            Value = ValueOf(row, amount, shading.Measure),
            Lower = shading.Measure == Measure.Per1000 ? row.Lower : null,
            Upper = shading.Measure == Measure.Per1000 ? row.Upper : null,
            Count = row.Shown.IsKnown ? CountText.Of(row.Shown) : row.Sign,
            Verdict = row.Compared?.Verdict, Explanation = row.Compared?.Explanation,
            Address = shading.AddressOf?.Invoke(row.Area),
        };
    }

    private static double? AmountOf(FigureRow row, Measure measure) => row.Sign == "x" ? null : measure switch
    {
        Measure.Count => row.Shown.Amount,
        Measure.Per1000 => row.Per1000,
        // A ratio without a verdict is neither high nor low.
        _ => Deviation.ClassOf(row.Compared) is null ? null : row.Compared?.Ratio,
    };

    private static int? ClassOf(FigureRow row, double? amount, Shading shading) => shading.Measure == Measure.Deviation
        ? row.Sign == "x" ? null : Deviation.ClassOf(row.Compared)
        : shading.Measure == Measure.Count && row.Class is { } hidden ? shading.Scale.ClassOf(hidden)
        : amount is { } value ? shading.Scale.ClassOf(value) : null;

    private static string ValueOf(FigureRow row, double? amount, Measure measure)
    {
        if (measure == Measure.Deviation && row.Sign != "x")
            return row.Compared?.Verdict ?? ".";
        if (amount is not { } value)
            return row.Sign == "x" ? "x" : ".";
        var number = measure == Measure.Count ? CountText.Of(row.Shown) : Dutch.Rate(value);
        return row.Sign == "*" ? $"{number} *" : number;
    }
}
