namespace Twente.Igw.Deliveries;

/// <summary>How values of terms are written and read; everything that is not right is null.</summary>
internal static class AgreementTermForms
{
    public const long Mebibyte = 1024 * 1024;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "dd-MM-yyyy"];

    public static readonly IReadOnlyList<(string Value, string Word)> YesNo = [("nee", "nee"), ("ja", "ja")];

    public static readonly IReadOnlyList<(string Value, string Word)> Weekdays =
    [
        ("1", "maandag"), ("2", "dinsdag"), ("3", "woensdag"), ("4", "donderdag"), ("5", "vrijdag"),
        ("6", "zaterdag"), ("7", "zondag"),
    ];

    public static readonly IReadOnlyList<(string Value, string Word)> CountedDates =
        [("offence", "datum van het voorval"), ("report", "datum van de melding")];

    public static readonly IReadOnlyList<(string Value, string Word)> OrderKeys =
    [
        (nameof(OrderKey.Arrival), "volgorde van aankomst"), (nameof(OrderKey.Sequence), "volgnummer in het manifest"),
        (nameof(OrderKey.ProducedAt), "tijdstip van maken in het manifest"),
    ];

    public static string? Text(string text, int longest) =>
        text.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest && !trimmed.Any(char.IsControl)
            ? trimmed
            : null;

    /// <summary>A value of a list or its word, in any case.</summary>
    public static string? Choice(IReadOnlyList<(string Value, string Word)> choices, string text) => choices
        .FirstOrDefault(c => c.Value.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)
            || c.Word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Value;

    public static bool? ReadYesNo(string text) => Choice(YesNo, text) is { } chosen ? chosen == "ja" : null;

    public static string Written(bool value) => value ? "ja" : "nee";

    public static int? Number(string text, int least, int most) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : null;

    public static string Written(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(
            text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 2000 and <= 2199
            ? date
            : null;

    public static string Written(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
