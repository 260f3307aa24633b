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

    /// <summary>A day, up to and including its end, or a moment on Dutch clocks.</summary>
    public KnownOn? Moment(string text, string parameter)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
            return KnownOn.EndOf(day.Value);
        if (ToTheMinute.Parse(text) is { Success: true } minute)
            return KnownOn.At(minute.Value);
        if (LocalDateTimePattern.GeneralIso.Parse(text) is { Success: true } second)
            return KnownOn.At(second.Value);
        Wrong ??= Refusal.Unreadable(parameter, text);
        return null;
    }

    private static readonly LocalDateTimePattern ToTheMinute =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
}
