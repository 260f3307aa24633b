using System.Text.Encodings.Web;
using System.Text.Json;

namespace Twente.Igw.Tenancy;

/// <summary>Every kind of change that needs a second person.</summary>
internal sealed class ChangeKinds(IEnumerable<ChangeKind> kinds)
{
    /// <summary>Longest subject that a line of the audit chain holds.</summary>
    private const int LongestSubject = 300;

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, ChangeKind> _kinds =
        kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public ChangeKind Of(string name) => _kinds[name];

    public ChangeKind Of(Type given) => _kinds.Values.Single(k => k.Given == given);

    public static string Write(IReadOnlyList<ChangedValue> values) => JsonSerializer.Serialize(values, Form);

    public static IReadOnlyList<ChangedValue> Read(string values) =>
        JsonSerializer.Deserialize<List<ChangedValue>>(values)!;

    /// <summary>What happened to a request, for the record.</summary>
    public AuditEvent Event(string name, ChangeRequest request, string why, string result = "gelukt")
    {
        var subject = $"{Of(request.Kind).Word} · {string.Join("; ", Read(request.Values))}";
        return new AuditEvent(name, Cut(subject, LongestSubject), result, why);
    }

    public static string Cut(string text, int longest) =>
        text.Trim() is var trimmed && trimmed.Length > longest ? trimmed[..longest] : trimmed;
}
