using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>The proofs that things of the current tenant were destroyed.</summary>
public sealed class ListProofs
{
    private readonly TenantDb _db;
    private readonly ListDestroyed _destroyed;
    private readonly CoarsenFacts _coarsen;

    internal ListProofs(TenantDb db, ListDestroyed destroyed, CoarsenFacts coarsen) =>
        (_db, _destroyed, _coarsen) = (db, destroyed, coarsen);

    public async Task<DestructionProofs> Execute(CancellationToken cancel) => new(
        [.. (await _destroyed.Of(_db.Owner, cancel)).Reverse()], await _coarsen.Horizon(_db, cancel));
}

/// <summary>What was destroyed, with proof.</summary>
/// <param name="Destroyed">Newest first.</param>
/// <param name="Detail">Up to where weekday and daypart were forgotten; null while nothing was.</param>
public sealed record DestructionProofs(IReadOnlyList<Destruction> Destroyed, ForgottenDetail? Detail);
