using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>
/// Writes down a new version of the model agreement as the gemeenten decided it. Who accepted an earlier one goes on
/// under that until she accepts the new one.
/// </summary>
public sealed class DecideModel
{
    private const int LongestText = 2000;

    private readonly RegionalDatabases _databases;
    private readonly AreaRegistry _areas;
    private readonly TimeProvider _time;

    internal DecideModel(RegionalDatabases databases, AreaRegistry areas, TimeProvider time) =>
        (_databases, _areas, _time) = (databases, areas, time);

    /// <param name="wish">The agreement; its version and moment are given here.</param>
    /// <param name="cancel">Gives up; nothing is decided then.</param>
    /// <returns>Why it cannot be, or null when it holds from now on.</returns>
    public async Task<RegionalRefusal?> Execute(ModelAgreement wish, CancellationToken cancel)
    {
        if (await Objection(wish, cancel) is { } refused)
            return refused;
        await _databases.Change(async db =>
        {
            var last = await db.Models.MaxAsync(m => (int?)m.Version, cancel);
            db.Models.Add(ModelRow.Of(wish with
            {
                Version = (last ?? 0) + 1,
                DecidedAt = _time.GetUtcNow().UtcDateTime,
                Members = [.. wish.Members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            }));
            return true;
        }, cancel);
        return null;
    }

    private async Task<RegionalRefusal?> Objection(ModelAgreement wish, CancellationToken cancel)
    {
        if (wish.AgreedDay is < 1 or > 28)
            return new("region.agreed-day", $"De afgesproken dag {wish.AgreedDay} is geen dag van 1 tot en met 28.");
        if (!wish.Levels.HasFlag(RegionalLevels.Municipality))
            return new("region.levels", "Het niveau gemeente hoort altijd bij de afspraak.");
        if (wish.Units == RegionalUnits.None)
            return new("region.units", "Kies ten minste een eenheid: maand, kwartaal of jaar.");
        if (wish.From.Unit != PeriodUnit.Month)
            return new("region.from", $"'{wish.From}' is geen maand; schrijf de eerste maand als 2024-01.");
        if (wish.Categories.Count == 0)
            return new("region.categories", "Kies ten minste een categorie.");
        if (wish.Text.Trim().Length is 0 or > LongestText)
            return new("region.text", $"Schrijf in 1 tot {LongestText} tekens op wat is besloten en door wie.");
        foreach (var code in wish.Members)
            if (!AreaCode.TryParse(code, out var area) || !await _areas.IsKnown(area, cancel))
                return new("region.member", $"Gemeente '{code}' is hier niet bekend; laad eerst haar grenzen.");
        return wish.Members.Count > 0
            ? null : new("region.members", "Noem ten minste een gemeente van de regio.");
    }
}
