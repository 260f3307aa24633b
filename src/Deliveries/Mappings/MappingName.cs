using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Deliveries;

/// <summary>What a gemeente calls a mapping, as in an address: <c>politie-export</c>.</summary>
public readonly record struct MappingName
{
    private readonly string? _name;

    private MappingName(string name) => _name = name;

    public string Name =>
        _name ?? throw new InvalidOperationException("A MappingName was used that was never given a value.");

    public static MappingName Parse(string s) =>
        TryParse(s, out var name)
            ? name
            : throw new FormatException(
                $"'{s}' is geen naam voor een vertaling: 2 tot 40 kleine letters, cijfers of streepjes, te beginnen "
                + "met een letter, en niet 'nieuw' of 'bewerken'.");

    public static bool TryParse([NotNullWhen(true)] string? s, out MappingName result)
    {
        // Two words are parts of addresses.
        var valid = s is { Length: >= 2 and <= 40 } and not ("nieuw" or "bewerken") && s[0] is >= 'a' and <= 'z'
            && s.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        result = valid ? new MappingName(s!) : default;
        return valid;
    }

    public override string ToString() => Name;
}
