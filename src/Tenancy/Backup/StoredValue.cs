using System.Runtime.InteropServices;

namespace Twente.Igw.Tenancy;

/// <summary>One value of a row on its way from or to a backup; what it means is said by its column.</summary>
/// <param name="Number">A whole number, a yes or no, or the ticks of a moment or day number.</param>
/// <param name="Real">A number that is not whole.</param>
/// <param name="Text">A text or the text of a Guid.</param>
/// <param name="IsNull">Whether there is no value.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredValue(long Number, double Real, string? Text, bool IsNull)
{
    internal static readonly StoredValue Null = new(0, 0, null, true);

    internal static StoredValue Of(long number) => new(number, 0, null, false);

    internal static StoredValue Of(double real) => new(0, real, null, false);

    internal static StoredValue Of(string text) => new(0, 0, text, false);

    /// <summary>As EF hands it to the database.</summary>
    internal object? ToProvider(StoredKind kind) => this switch
    {
        { IsNull: true } => null,
        _ => kind switch
        {
            StoredKind.Integer => (int)Number,
            StoredKind.Long => Number,
            StoredKind.Double => Real,
            StoredKind.Bool => Number != 0,
            StoredKind.Time => new DateTime(Number, DateTimeKind.Utc),
            StoredKind.Date => DateOnly.FromDayNumber((int)Number),
            StoredKind.Guid => Guid.ParseExact(Text!, "D"),
            _ => Text,
        },
    };
}
