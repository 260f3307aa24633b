using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Changes terms of an agreement, with a reason.</summary>
public sealed class ChangeAgreement
{
    private static readonly Alteration Changing = new("gewijzigd", "agreement.changed", false, true);

    private readonly AlterAgreement _alter;

    internal ChangeAgreement(AlterAgreement alter) => _alter = alter;

    public Task<AgreementOutcome> Execute(AgreementRequest request, Actor actor, CancellationToken cancel) =>
        _alter.Execute(request, Changing, actor, cancel);
}
