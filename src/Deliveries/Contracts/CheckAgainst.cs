using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What a file is checked against: what the tenant knows at that moment.</summary>
/// <param name="Municipality">The gemeente for which files come in.</param>
/// <param name="Areas">Its areas by boundary year.</param>
/// <param name="Categories">The codes a delivery can count: offence classes and incident codes, no groups.</param>
internal sealed record CheckAgainst(
    AreaCode Municipality,
    IReadOnlyDictionary<int, MunicipalityAreas> Areas,
    IReadOnlyCollection<CategoryCode> Categories)
{
    /// <summary>Of codes that were ended the day from which nothing is counted under them.</summary>
    public IReadOnlyDictionary<CategoryCode, DateOnly> Ended { get; init; } = new Dictionary<CategoryCode, DateOnly>();
}
