using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Areas;

/// <summary>
/// A CBS area code: <c>GM0153</c>, <c>WK015300</c> or <c>BU01530000</c>. The first four digits after the letters name
/// the municipality; the rest are strings, not numbers, because CBS also hands out letters.
/// </summary>
public readonly record struct AreaCode
{
    private readonly string? _code;

    private AreaCode(string code) => _code = code;

    public string Code =>
        _code ?? throw new InvalidOperationException("An AreaCode was used that was never given a value.");

    public AreaLevel Level => Code[0] switch
    {
        'G' => AreaLevel.Municipality,
        'W' => AreaLevel.District,
        _ => AreaLevel.Neighbourhood,
    };

    /// <summary>The municipality this area lies in, by its code.</summary>
    public AreaCode Municipality =>
        Level == AreaLevel.Municipality ? this : new(string.Concat("GM", Code.AsSpan(2, 4)));

    /// <summary>The district a neighbourhood's code names; CBS keeps the prefixes in agreement.</summary>
    public AreaCode District => Level switch
    {
        AreaLevel.Neighbourhood => new(string.Concat("WK", Code.AsSpan(2, 6))),
        AreaLevel.District => this,
        _ => throw new InvalidOperationException($"{Code} is a municipality and lies in no district."),
    };

    public static AreaCode Parse(string s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException(
                $"'{s}' is geen gebiedscode: verwacht GM+4, WK+6 of BU+8 tekens, zoals BU01530000.");

    public static bool TryParse([NotNullWhen(true)] string? s, out AreaCode result)
    {
        var valid = s is not null && IsForm(s) && s.AsSpan(2, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && s.AsSpan(6).IndexOfAnyExcept(Tail) < 0;
        result = valid ? new AreaCode(s!) : default;
        return valid;
    }

    public override string ToString() => Code;

    private static readonly System.Buffers.SearchValues<char> Tail =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool IsForm(string s) => s switch
    {
        ['G', 'M', _, _, _, _] => true,
        ['W', 'K', ..] => s.Length == 8,
        ['B', 'U', ..] => s.Length == 10,
        _ => false,
    };
}
