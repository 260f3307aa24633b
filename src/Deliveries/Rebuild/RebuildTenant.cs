using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Makes a gemeente's database again from the archive of originals and their notes, for when the database is gone and
/// no backup will do.
/// </summary>
public sealed class RebuildTenant
{
    private readonly RenewDatabase _renew;

    internal RebuildTenant(RenewDatabase renew) => _renew = renew;

    /// <param name="id">Which gemeente.</param>
    /// <param name="allowMissing">Whether to go on when an original is missing or damaged.</param>
    /// <param name="request">Who asked.</param>
    /// <param name="cancel">Stops; repeating it heals.</param>
    /// <exception cref="UnknownTenantException">The platform does not have this tenant.</exception>
    public async Task<Outcome> Execute(
        TenantId id, bool allowMissing, RenewalRequest request, CancellationToken cancel)
    {
        await using (var look = await _renew.Look(id, cancel))
        {
            var archive = await look.Get<CheckArchive>().Execute(cancel);
            if (archive.Notes.Count == 0)
                return new Outcome.NothingToRebuildFrom();
            if (archive.Objections.Count > 0 && !allowMissing)
                return new Outcome.Refused(archive.Objections);
            request.Tell($"het archief is nagekeken: {archive.Notes.Count} leveringen");
        }
        FoldedArchive? folded = null;
        var copy = await _renew.Execute(id, new Renewal
        {
            Event = "tenant.rebuilt", Source = "uit het archief van leveringen", Request = request,
            Fill = async (empty, stop) => folded = await empty.Scope.Get<FoldNotes>().Execute(empty, stop),
        }, cancel);
        return new Outcome.Rebuilt(folded!.Deliveries, folded.LostWeeks, folded.Objections, copy);
    }

    /// <summary>What rebuilding can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>The figures are back.</summary>
        /// <param name="Deliveries">Deliveries made again.</param>
        /// <param name="LostWeeks">Weeks that counted before and are not delivered now.</param>
        /// <param name="Objections">What was missing or damaged.</param>
        /// <param name="SafetyCopy">The copy of the database that was; null when it could not be read.</param>
        public sealed record Rebuilt(
            int Deliveries, IReadOnlyList<IsoWeek> LostWeeks, IReadOnlyList<ArchiveObjection> Objections,
            string? SafetyCopy) : Outcome;

        /// <summary>The archive is not whole; nothing was changed.</summary>
        public sealed record Refused(IReadOnlyList<ArchiveObjection> Objections) : Outcome;

        /// <summary>The archive holds no delivery; nothing was changed.</summary>
        public sealed record NothingToRebuildFrom : Outcome;
    }
}
