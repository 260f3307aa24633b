using System.Text.RegularExpressions;

namespace Twente.Igw.Deliveries;

/// <summary>What is wrong with a term that was given.</summary>
/// <param name="Key">Which term.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">What was given.</param>
/// <param name="Rule">What it must be.</param>
public sealed record TermObjection(string Key, string Label, string Value, string Rule)
{
    public string Sentence => $"{Label}: '{Value}' klopt niet. Het moet zijn: {Rule}.";

    internal static TermObjection To(AgreementTerm term, string value, string? rule = null) =>
        new(term.Key, term.Label, value.Length <= 60 ? value : value[..60] + "…", rule ?? term.Rule);
}

/// <summary>Whether terms hold together, and with the contract they are for.</summary>
internal static class CheckTerms
{
    private const string PoliceRule = "Wpg 16, Wpg 18, Wpg 19, Wpg 20 of Wpg 22, want dit zijn politiegegevens";
    private const string OtherRule = "AVG 6, want dit zijn geen politiegegevens";

    /// <summary>
    /// Files of police data. What the police publish themselves is no police data in the sense of the Wpg any more.
    /// </summary>
    private static readonly string[] OfPolice = [ContractName.PolitieWeek, ContractName.PolitieWeekDistrict];

    private static readonly Regex PoliceBasis = Basis("Wpg (16|18|19|20|22)");
    private static readonly Regex OtherBasis = Basis("AVG 6");

    /// <summary>Reads what was given over what holds now.</summary>
    public static (AgreementTerms Terms, IReadOnlyList<TermObjection> Objections) Read(
        string contract, AgreementTerms now, IReadOnlyDictionary<string, string> given)
    {
        var wrong = new List<TermObjection>();
        foreach (var term in AllTerms.List)
            if (given.TryGetValue(term.Key, out var text))
                if (term.Read(now, text) is { } read)
                    now = read;
                else
                    wrong.Add(TermObjection.To(term, text));
        if (wrong.Count == 0)
            wrong.AddRange(Of(contract, now));
        return (now, wrong);
    }

    public static IEnumerable<TermObjection> Of(string contract, AgreementTerms terms)
    {
        var isPolice = OfPolice.Contains(contract);
        if (!(isPolice ? PoliceBasis : OtherBasis).IsMatch(terms.LegalBasis))
            yield return TermObjection.To(
                AllTerms.Of(AllTerms.Basis), terms.LegalBasis, isPolice ? PoliceRule : OtherRule);
        if (terms.Until < terms.From)
            yield return TermObjection.To(
                AllTerms.Of(AllTerms.Until), $"{terms.Until:dd-MM-yyyy}", $"niet eerder dan {terms.From:dd-MM-yyyy}");
    }

    /// <summary>An article, and where need be a part of it: <c>AVG 6 lid 1 onder e</c>.</summary>
    private static Regex Basis(string article) => new(
        $"^{article}( lid [1-9])?( onder [a-z])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));
}
