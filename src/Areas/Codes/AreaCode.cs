using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Areas;

/// <summary>
/// A CBS area code: <c>GM0153</c>, <c>WK015300</c> or <c>BU01530000</c>. The first four digits after the letters name
/// the municipality; the rest are strings, not numbers, because CBS also hands out letters. A borough has no CBS code
/// and gets one of ours, <c>SD0153-noord</c>, which no file of CBS or supplier can hold.
/// </summary>
public readonly record struct AreaCode
{
    /// <summary>Longest name of a borough within its code.</summary>
    public const int BoroughNameLength = 20;

    private readonly string? _code;

    private AreaCode(string code) => _code = code;

    public string Code =>
        _code ?? throw new InvalidOperationException("An AreaCode was used that was never given a value.");

    public AreaLevel Level => Code[0] switch
    {
        'G' => AreaLevel.Municipality,
        'S' => AreaLevel.Borough,
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
        _ => throw new InvalidOperationException($"{Code} is no part of a district."),
    };

    /// <summary>The code of a borough.</summary>
    /// <param name="municipality">Whose it is.</param>
    /// <param name="name">Small letters, digits and hyphens, at most 20.</param>
    /// <exception cref="FormatException">The name has another form.</exception>
    public static AreaCode OfBorough(AreaCode municipality, string name) =>
        Parse($"SD{municipality.Code.AsSpan(2, 4)}-{name}");

    public static AreaCode Parse(string s) =>
        TryParse(s, out var code)
            ? code
            : throw new FormatException(
                $"'{s}' is geen gebiedscode: verwacht GM+4, WK+6 of BU+8 tekens, zoals BU01530000.");

    public static bool TryParse([NotNullWhen(true)] string? s, out AreaCode result)
    {
        var valid = s is not null && IsForm(s) && s.AsSpan(2, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && (s[0] == 'S' ? IsBoroughName(s.AsSpan(7)) : s.AsSpan(6).IndexOfAnyExcept(Tail) < 0);
        result = valid ? new AreaCode(s!) : default;
        return valid;
    }

    public override string ToString() => Code;

    private static readonly System.Buffers.SearchValues<char> Tail =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly System.Buffers.SearchValues<char> BoroughName =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    private static bool IsForm(string s) => s switch
    {
        ['G', 'M', _, _, _, _] => true,
        ['W', 'K', ..] => s.Length == 8,
        ['B', 'U', ..] => s.Length == 10,
        ['S', 'D', _, _, _, _, '-', ..] => true,
        _ => false,
    };

    private static bool IsBoroughName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= BoroughNameLength && name[0] != '-' && name[^1] != '-'
        && name.IndexOfAnyExcept(BoroughName) < 0;
}
