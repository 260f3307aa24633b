using NodaTime.Text;

namespace Twente.Igw.Figures;

/// <summary>Reads parameters of an address; keeps the first that is wrong, whose value is never used.</summary>
internal sealed class ReadParameters
{
    public delegate bool Parse<T>(string? text, out T value);

    public Refusal? Wrong { get; set; }

    public T Code<T>(string? text, string parameter, Parse<T> parse)
    {
        if (!parse(text, out var value))
            Wrong ??= Refusal.Unreadable(parameter, text);
        return value;
    }

    public T Word<T>(string text, string parameter, T[] values, Func<T, string?> word) where T : struct
    {
        foreach (var value in values)
            if (word(value) == text)
                return value;
        Wrong ??= Refusal.Unreadable(parameter, text);
        return default;
    }

    /// <summary>A year of four digits.</summary>
    public static bool Year(string? text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is > 0 and <= 9999;

    public KnownOn? Day(string text, string parameter)
    {
        var day = LocalDatePattern.Iso.Parse(text);
        if (day.Success)
            return KnownOn.EndOf(day.Value);
        Wrong ??= Refusal.Unreadable(parameter, text);
        return null;
    }
}
