using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>What of the log is shown, read from the address; what cannot be read falls back to the default.</summary>
internal sealed record LogFilters
{
    private const int DefaultSample = 25;

    public required AuditFilter Filter { get; init; }

    /// <summary>A view on risks; null for none.</summary>
    public AuditRisk? Risk { get; init; }

    /// <summary>The word that a sample is drawn with; null for no sample.</summary>
    public string? Word { get; init; }

    public int Size { get; init; } = DefaultSample;

    /// <summary>Only lines before this one; null for the newest.</summary>
    public long? Before { get; init; }

    public static LogFilters Read(IQueryCollection query) => new()
    {
        Filter = new AuditFilter
        {
            From = Day(query["van"]), Until = Day(query["tot"]), Event = Text(query["gebeurtenis"]),
            Actor = Text(query["actor"]), Result = Text(query["resultaat"]), Purpose = Text(query["doel"]),
        },
        Risk = LogWords.Risk(query["beeld"]),
        Word = query["beeld"] == "steekproef" ? Text(query["woord"]) ?? "steekproef" : null,
        Size = int.TryParse(query["aantal"], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? Math.Clamp(size, 1, SampleAudit.Most) : DefaultSample,
        Before = long.TryParse(query["voor"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null,
    };

    /// <summary>The view, as it stands in an address.</summary>
    public string View => Risk is { } risk ? LogWords.Word(risk) : Word is null ? "" : "steekproef";

    /// <summary>What was looked at, for the record.</summary>
    public string ForRecord
    {
        get
        {
            string?[] parts =
            [
                View.Length > 0 ? View : "alle regels", Word, Iso(Filter.From) is { } from ? $"van {from}" : null,
                Iso(Filter.Until) is { } until ? $"tot en met {until}" : null, Filter.Event, Filter.Actor,
                Filter.Result, Filter.Purpose, Before is { } before ? $"voor regel {before}" : null,
            ];
            return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
        }
    }

    /// <summary>The address of the same view, from another line.</summary>
    public string AddressBefore(long number)
    {
        (string Name, string? Value)[] parts =
        [
            ("van", Iso(Filter.From)), ("tot", Iso(Filter.Until)), ("gebeurtenis", Filter.Event),
            ("actor", Filter.Actor), ("resultaat", Filter.Result), ("doel", Filter.Purpose),
            ("voor", number.ToString(CultureInfo.InvariantCulture)),
        ];
        return MapLog.Path + QueryString.Create(
            parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>No line is longer, so nothing longer can be found.</summary>
    private static string? Text(string? given) => given?.Trim() is { Length: > 0 and <= 100 } text ? text : null;

    private static DateOnly? Day(string? given) => DateOnly.TryParseExact(
        given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 2200 ? day : null;
}
