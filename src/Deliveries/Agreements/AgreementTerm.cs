namespace Twente.Igw.Deliveries;

/// <summary>
/// One term of an agreement: what it is called, how it is written and read, and its rule. Forms, options of the command
/// line and histories all follow this list.
/// </summary>
public sealed record AgreementTerm
{
    /// <summary>Name in forms, histories and JSON.</summary>
    public required string Key { get; init; }

    /// <summary>Name of its option on the command line.</summary>
    public required string Option { get; init; }

    /// <summary>What people call it.</summary>
    public required string Label { get; init; }

    /// <summary>What a value must be, as the end of a sentence.</summary>
    public required string Rule { get; init; }

    /// <summary>The values there are, with their words; empty where anything may be written.</summary>
    public IReadOnlyList<(string Value, string Word)> Choices { get; init; } = [];

    /// <summary>Kind of field: <c>text</c>, <c>date</c> or <c>number</c>.</summary>
    public string Field { get; init; } = "text";

    /// <summary>As it is read back.</summary>
    public required Func<AgreementTerms, string> Write { get; init; }

    /// <summary>The terms with this one as written; null when it is written wrong.</summary>
    public required Func<AgreementTerms, string, AgreementTerms?> Read { get; init; }

    /// <summary>In the words of a reader.</summary>
    public string Show(AgreementTerms terms) => ShowText(Write(terms));

    /// <summary>A written value in the words of a reader.</summary>
    public string ShowText(string text) =>
        text.Length == 0 ? Field == "date" ? "geen einddatum" : "geen"
        : Field == "date" && AgreementTermForms.ReadDate(text) is { } date ? $"{date:dd-MM-yyyy}"
        : Choices.FirstOrDefault(c => c.Value == text).Word ?? text;
}
