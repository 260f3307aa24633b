using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Tenancy;

/// <summary>The first label of a gemeente's host name: <c>enschede</c> in <c>enschede.example.nl</c>.</summary>
public readonly record struct TenantSlug
{
    /// <summary>Host names that are parts of the platform itself (architecture: five kinds of host name).</summary>
    public static readonly IReadOnlyList<string> Reserved = ["id", "regio", "aanleveren", "beheer", "www"];

    private readonly string? _label;

    private TenantSlug(string label) => _label = label;

    public string Label =>
        _label ?? throw new InvalidOperationException("A TenantSlug was used that was never given a value.");

    public static TenantSlug Parse(string s) =>
        TryParse(s, out var slug)
            ? slug
            : throw new FormatException(
                $"'{s}' kan geen hostnaam van een gemeente zijn: 2 tot 40 kleine letters, cijfers of streepjes, " +
                $"beginnend met een letter, en niet {string.Join(", ", Reserved)}.");

    public static bool TryParse([NotNullWhen(true)] string? s, out TenantSlug result)
    {
        var valid = s is { Length: >= 2 and <= 40 }
            && s[0] is >= 'a' and <= 'z'
            && s[^1] != '-'
            && s.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            && !Reserved.Contains(s);
        result = valid ? new TenantSlug(s!) : default;
        return valid;
    }

    public override string ToString() => Label;
}
