using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// A line of the log for a collector (SIEM), one JSON object per line. Field names follow the standard <i>Logboek
/// Dataverwerkingen</i> (Logius), component Logboek, interface; what the standard has no field for is in attributes of
/// our own. Lines name no data subject: what is read here are counts, and who reads is an attribute.
/// </summary>
internal sealed record ProcessingLogLine
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>16 bytes; from the hash that seals the line, so that it is the same in every export.</summary>
    [JsonPropertyName("trace_id")]
    public required string TraceId { get; init; }

    /// <summary>8 bytes, likewise.</summary>
    [JsonPropertyName("span_id")]
    public required string SpanId { get; init; }

    /// <summary>A refusal is not an error: it is <c>Unset</c>, as the standard says.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("start_time")]
    public required string StartTime { get; init; }

    [JsonPropertyName("end_time")]
    public required string EndTime { get; init; }

    [JsonPropertyName("resource")]
    public required Dictionary<string, Dictionary<string, string>> Resource { get; init; }

    [JsonPropertyName("attributes")]
    public required Dictionary<string, object> Attributes { get; init; }

    public static ProcessingLogLine Of(TenantId tenant, AuditEntry line)
    {
        var at = line.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return new ProcessingLogLine
        {
            TraceId = line.Hash[..32], SpanId = line.Hash[32..48], Status = line.Result == "gelukt" ? "Ok" : "Unset",
            Name = line.Event, StartTime = at, EndTime = at,
            Resource = new(StringComparer.Ordinal)
            {
                ["attributes"] = new(StringComparer.Ordinal)
                {
                    ["service.name"] = "twente-igw", ["service.version"] = Version,
                },
            },
            Attributes = new(StringComparer.Ordinal)
            {
                ["dpl.core.processing_activity_id"] = $"urn:twente-igw:verwerking:{line.Event.Split('.')[0]}",
                ["dpl.core.data_subject_id"] = "", ["dpl.core.data_subject_id_type"] = "geen",
                ["igw.regel"] = line.Number, ["igw.gemeente"] = tenant.Code, ["igw.actor"] = line.Actor,
                ["igw.herkomst"] = line.Origin, ["igw.onderwerp"] = line.Subject, ["igw.doel"] = line.Purpose,
                ["igw.resultaat"] = line.Result, ["igw.hash"] = line.Hash,
            },
        };
    }

    public string ToText() => JsonSerializer.Serialize(this, Form) + '\n';

    private static readonly string Version =
        typeof(ProcessingLogLine).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
