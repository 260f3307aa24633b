using System.CommandLine;
using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Verbs;

/// <summary>An option for each term of an agreement.</summary>
internal sealed class TermOptions
{
    private readonly (AgreementTerm Term, Option<string?> Option)[] _options =
    [
        .. AllTerms.List.Select(term => (term, new Option<string?>(term.Option)
        {
            Description = $"{term.Label}: {term.Rule}",
            // A bare --manifest means yes.
            Arity = term.Rule == "ja of nee" ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        })),
    ];

    public IEnumerable<Symbol> All => _options.Select(o => o.Option);

    /// <summary>What was given, by the key of its term.</summary>
    public IReadOnlyDictionary<string, string> Read(ParseResult parsed) => _options
        .Where(o => parsed.GetResult(o.Option) is not null)
        .ToDictionary(o => o.Term.Key, o => parsed.GetValue(o.Option) ?? "ja", StringComparer.Ordinal);

    /// <summary>The first of these options that was not given; null when all were.</summary>
    public string? Missing(ParseResult parsed, params string[] keys) => _options
        .Where(o => keys.Contains(o.Term.Key) && parsed.GetResult(o.Option) is null)
        .Select(o => o.Term.Option).FirstOrDefault();
}
