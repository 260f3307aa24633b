using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Tenancy;

/// <summary>
/// The gemeente a tenant belongs to, as CBS writes it: <c>GM</c> and four digits. Never changes, also when the
/// gemeente takes another name or host.
/// </summary>
public readonly record struct TenantId
{
    private readonly string? _code;

    private TenantId(string code) => _code = code;

    /// <summary>The code, for example <c>GM0153</c>.</summary>
    public string Code =>
        _code ?? throw new InvalidOperationException("A TenantId was used that was never given a value.");

    /// <summary>The code in lower case, the form of folder, schema and principal names: <c>gm0153</c>.</summary>
    public string Folder => Code.ToLowerInvariant();

    public static TenantId Parse(string s) =>
        TryParse(s, out var id)
            ? id
            : throw new FormatException($"'{s}' is geen gemeentecode: verwacht GM en vier cijfers, zoals GM0153.");

    public static bool TryParse([NotNullWhen(true)] string? s, out TenantId result)
    {
        var valid = s is ['G', 'M', _, _, _, _] && s.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        result = valid ? new TenantId(s!) : default;
        return valid;
    }

    public override string ToString() => Code;
}
