using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Figures;

/// <summary>
/// Code of a category: a police offence class (<c>1.1.1</c>), an incident code (<c>E33</c>), a group (<c>vermogen</c>),
/// or a tree (<c>misdrijven</c>, <c>overlast</c>, <c>totaal</c>). Whether it exists is for the category tree to say.
/// </summary>
public readonly record struct CategoryCode
{
    private readonly string? _code;

    private CategoryCode(string code) => _code = code;

    public string Code =>
        _code ?? throw new InvalidOperationException("A CategoryCode was used that was never given a value.");

    public static CategoryCode Parse(string s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException($"'{s}' is geen categoriecode: 1 tot 20 letters, cijfers of punten.");

    public static bool TryParse([NotNullWhen(true)] string? s, out CategoryCode result)
    {
        var valid = s is { Length: >= 1 and <= 20 } && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        result = valid ? new CategoryCode(s!) : default;
        return valid;
    }

    public override string ToString() => Code;
}
