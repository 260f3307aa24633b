using System.Resources;

namespace Twente.Igw.Deliveries;

/// <summary>The Dutch sentence of each finding's rule, from <c>Texts/Findings.resx</c>.</summary>
internal static class FindingRule
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    internal static readonly ResourceManager Sentences =
        new("Twente.Igw.Deliveries.Texts.Findings", typeof(FindingRule).Assembly);

    /// <param name="code">A <see cref="FindingCode"/>.</param>
    /// <param name="details">What the sentence leaves open, such as the weeks of the file name.</param>
    public static string Of(string code, ReadOnlySpan<object?> details)
    {
        var sentence = Sentences.GetString(code, Dutch)
            ?? throw new InvalidOperationException($"Finding '{code}' has no sentence in Texts/Findings.resx.");
        return details.IsEmpty ? sentence : string.Format(Dutch, sentence, details);
    }
}
