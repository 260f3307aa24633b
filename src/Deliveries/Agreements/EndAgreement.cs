using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Ends an agreement on a day, with a reason; after that day nothing is accepted under it.</summary>
public sealed class EndAgreement
{
    private static readonly Alteration Ending = new("beëindigd", "agreement.ended", false, true);

    private readonly AlterAgreement _alter;

    internal EndAgreement(AlterAgreement alter) => _alter = alter;

    /// <param name="request">Whose terms hold the last day and nothing else.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<AgreementOutcome> Execute(AgreementRequest request, Actor actor, CancellationToken cancel)
    {
        var term = AllTerms.Of(AllTerms.Until);
        var day = request.Given.GetValueOrDefault(term.Key, "");
        if (AgreementTermForms.ReadDate(day) is null)
            return new AgreementOutcome.Refused([TermObjection.To(term, day, "een dag zoals 31-12-2026")]);
        return await _alter.Execute(
            request with { Given = request.Given.Where(g => g.Key == term.Key).ToDictionary(StringComparer.Ordinal) },
            Ending, actor, cancel);
    }
}
