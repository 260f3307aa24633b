using System.Text.Encodings.Web;
using System.Text.Json;

namespace Twente.Igw.Deliveries;

/// <summary>What an agreement said from a moment on, who decided so and why; never changed.</summary>
internal sealed class AgreementVersion
{
    private static readonly JsonSerializerOptions Form = new()
    {
        // It is read back by this program alone and never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required Guid Agreement { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>What was done: <c>vastgelegd</c>, <c>bevestigd</c>, <c>gewijzigd</c>, <c>beëindigd</c>.</summary>
    public required string Did { get; init; }

    public required string Reason { get; init; }

    /// <summary>All terms as written then, by their key: readable also when a term is called otherwise later.</summary>
    public required string Terms { get; init; }

    public required bool IsConfirmed { get; init; }

    public static AgreementVersion Of(Agreement agreement, int number, Decision decision) => new()
    {
        Agreement = agreement.Id, Number = number, At = decision.At, By = decision.By, Did = decision.Did,
        Reason = decision.Reason, IsConfirmed = agreement.IsConfirmed, Terms = JsonSerializer.Serialize(
            AllTerms.List.ToDictionary(t => t.Key, t => t.Write(agreement.Terms), StringComparer.Ordinal), Form),
    };

    public IReadOnlyDictionary<string, string> Written() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Terms, Form)!;

    /// <summary>Who decided what, when and why.</summary>
    internal sealed record Decision(DateTime At, string By, string Did, string Reason = "");
}
