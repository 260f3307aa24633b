namespace Twente.Igw.Deliveries;

/// <summary>One thing that is wrong in a file: where it stands, what stands there and what the rule is.</summary>
/// <param name="Line">Line in the file, from 1; 0: the file as a whole.</param>
/// <param name="Column">Number of the column, from 1; 0: the line as a whole.</param>
/// <param name="Code">Stable code of the rule, one of <see cref="FindingCode"/>.</param>
/// <param name="Value">What stands there: printable, at most 100 characters; empty when it may not be shown.</param>
/// <param name="Rule">The rule as a Dutch sentence.</param>
public sealed record Finding(long Line, int Column, string Code, string Value, string Rule)
{
    /// <summary>The sheet of the workbook on which it stands; empty for a CSV file.</summary>
    public string Sheet { get; init; } = "";

    internal static Finding At(
        long line, int column, string code, string value, params ReadOnlySpan<object?> details) =>
        new(line, column, code, PrintableValue.Of(value), FindingRule.Of(code, details));

    internal static Finding OfFile(string code, string value, params ReadOnlySpan<object?> details) =>
        At(0, 0, code, value, details);
}
