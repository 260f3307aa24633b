using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Figures;

/// <summary>Code of a key figure, as in lists, files and addresses: <c>woz-waarde</c>.</summary>
public readonly record struct KeyFigureCode
{
    /// <summary>The longest code, which is also what tables have room for.</summary>
    public const int MaxLength = 40;

    private readonly string? _code;

    private KeyFigureCode(string code) => _code = code;

    public string Code =>
        _code ?? throw new InvalidOperationException("A KeyFigureCode was used that was never given a value.");

    public static KeyFigureCode Parse(string s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException(
                $"'{s}' is geen code van een kengetal: 1 tot {MaxLength} kleine letters, cijfers of streepjes.");

    public static bool TryParse([NotNullWhen(true)] string? s, out KeyFigureCode result)
    {
        var valid = s is { Length: >= 1 and <= MaxLength }
            && s.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        result = valid ? new KeyFigureCode(s!) : default;
        return valid;
    }

    public override string ToString() => Code;
}
