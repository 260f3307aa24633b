using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Deliveries;

/// <summary>Who delivers: <c>politie</c>, or the name of a supplier's own drop folder.</summary>
public readonly record struct SupplierCode
{
    /// <summary>The supplier of the plain drop folder.</summary>
    public static readonly SupplierCode Police = new("politie");

    /// <summary>The gemeente herself, for what she delivers about her own area.</summary>
    public static readonly SupplierCode Municipality = new("gemeente");

    private readonly string? _code;

    private SupplierCode(string code) => _code = code;

    public string Code =>
        _code ?? throw new InvalidOperationException("A SupplierCode was used that was never given a value.");

    public static SupplierCode Parse(string s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException(
                $"'{s}' is geen leverancierscode: 2 tot 40 kleine letters, cijfers of streepjes, te beginnen met een " +
                "letter.");

    public static bool TryParse([NotNullWhen(true)] string? s, out SupplierCode result)
    {
        var valid = s is { Length: >= 2 and <= 40 } && s[0] is >= 'a' and <= 'z'
            && s.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        result = valid ? new SupplierCode(s!) : default;
        return valid;
    }

    public override string ToString() => Code;
}
