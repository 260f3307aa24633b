using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Twente.Igw.Deliveries;

/// <summary>The properties of a manifest as they are read one by one; each that is wrong becomes a finding.</summary>
internal sealed class ManifestProperties
{
    private static readonly string[] Names = ["contract", "file", "bytes", "rows", "sha256", "sequence", "producedAt"];

    private static readonly string[] TimeForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly Findings _findings;

    private ManifestProperties(Findings findings) => _findings = findings;

    /// <summary>Null, with a finding, when it is not one JSON object.</summary>
    public static ManifestProperties? Read(ReadOnlyMemory<byte> json, Findings findings)
    {
        try
        {
            if (json.Span.StartsWith(Encoding.UTF8.Preamble))
                json = json[Encoding.UTF8.Preamble.Length..];
            if (json.Length <= Manifest.MaxBytes && Utf8.IsValid(json.Span))
            {
                using var document = JsonDocument.Parse(json);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                    return Of(document.RootElement, findings);
            }
        }
        catch (JsonException)
        {
            // What a supplier sends is expected to be wrong at times.
        }

        findings.Add(Finding.OfFile(FindingCode.ManifestJson, "", Manifest.MaxBytes));
        return null;
    }

    public string Text(string name) => Required(name, "een tekst", TextOf) ?? "";

    /// <summary>64 hexadecimal digits.</summary>
    public string Sha256(string name) => Required(name, "64 hexadecimale cijfers", Sha256Of) ?? "";

    public long Number(string name) => Required(name, "een heel getal vanaf 0", NumberOf) ?? 0;

    public long? OptionalNumber(string name) => Optional(name, "een heel getal vanaf 0", NumberOf);

    public DateTimeOffset? OptionalTime(string name) =>
        Optional(name, "een tijd met tijdzone, zoals 2025-11-30T06:00:00Z", TimeOf);

    private static ManifestProperties Of(JsonElement root, Findings findings)
    {
        var properties = new ManifestProperties(findings);
        foreach (var property in root.EnumerateObject())
        {
            var name = TextOf(() => property.Name);
            if (name is null || !Names.Contains(name))
                properties.Object(FindingCode.ManifestPropertyUnknown, property.ToString(), string.Join(", ", Names));
            else if (!properties._values.TryAdd(name, property.Value.Clone()))
                properties.Object(FindingCode.ManifestPropertyDuplicate, name);
        }

        return properties;
    }

    private T? Required<T>(string name, string form, Func<JsonElement, T?> read)
    {
        if (_values.ContainsKey(name))
            return Optional(name, form, read);
        Object(FindingCode.ManifestPropertyMissing, name);
        return default;
    }

    private T? Optional<T>(string name, string form, Func<JsonElement, T?> read)
    {
        if (!_values.TryGetValue(name, out var element))
            return default;
        if (read(element) is { } value)
            return value;
        Object(FindingCode.ManifestPropertyForm, element.GetRawText(), name, form);
        return default;
    }

    private void Object(string code, string value, params ReadOnlySpan<object?> details) =>
        _findings.Add(Finding.OfFile(code, value, details));

    private static string? TextOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? TextOf(element.GetString) : null;

    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: valid JSON, not a text.
            return null;
        }
    }

    private static string? Sha256Of(JsonElement element) =>
        TextOf(element) is { Length: 64 } text && text.All(char.IsAsciiHexDigit) ? text : null;

    private static long? NumberOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && number >= 0
            ? number
            : null;

    private static DateTimeOffset? TimeOf(JsonElement element) =>
        DateTimeOffset.TryParseExact(
            TextOf(element), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
