using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Confirms that an agreement holds, with terms made right where need be; from then on its figures may be shown.
/// </summary>
public sealed class ConfirmAgreement
{
    private static readonly Alteration Confirming = new("bevestigd", "agreement.confirmed", true, false);

    private readonly AlterAgreement _alter;

    internal ConfirmAgreement(AlterAgreement alter) => _alter = alter;

    public Task<AgreementOutcome> Execute(AgreementRequest request, Actor actor, CancellationToken cancel) =>
        _alter.Execute(request, Confirming, actor, cancel);
}
