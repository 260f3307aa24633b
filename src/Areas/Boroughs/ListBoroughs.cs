using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>A tenant's boroughs in one boundary year, and what became of them.</summary>
/// <param name="Areas">The areas of the year with the boroughs that hold today.</param>
/// <param name="Boroughs">Those boroughs.</param>
/// <param name="Without">Districts that lie in none: "zonder stadsdeel".</param>
/// <param name="History">Every change of every year, the newest first.</param>
/// <param name="Years">Boundary years that are loaded, the newest first.</param>
public sealed record BoroughList(
    MunicipalityAreas Areas, IReadOnlyList<Borough> Boroughs, IReadOnlyList<Area> Without,
    IReadOnlyList<BoroughChange> History, IReadOnlyList<int> Years)
{
    /// <summary>The change that can be taken back; null when there is none.</summary>
    public BoroughChange? Last => History.LastMade();

    /// <summary>Whether a change was taken back.</summary>
    public bool IsUndone(BoroughChange change) => History.Any(c => c.Undoes == change.Number);
}

/// <summary>Tells which boroughs a tenant has.</summary>
public sealed class ListBoroughs
{
    private readonly ICurrentTenant _current;
    private readonly TenantDb _db;
    private readonly AreaRegistry _areas;
    private readonly TimeProvider _time;

    internal ListBoroughs(ICurrentTenant current, TenantDb db, AreaRegistry areas, TimeProvider time) =>
        (_current, _db, _areas, _time) = (current, db, areas, time);

    /// <param name="boundaryYear">Which year; null for the newest.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Null when that year is not loaded.</returns>
    public async Task<BoroughList?> Execute(int? boundaryYear, CancellationToken cancel)
    {
        var municipality = AreaCode.Parse(_current.Tenant.Id.Code);
        var years = await _areas.Years(municipality, cancel);
        var year = boundaryYear ?? (years is [.., var newest] ? newest : 0);
        if (await _areas.Find(municipality, year, cancel) is not { } areas)
            return null;
        var book = await BoroughBook.Read(_db, cancel);
        var boroughs = book.On(_time.DutchToday(), year);
        var with = areas.With(boroughs);
        return new BoroughList(
            with, boroughs, [.. with.Districts.Where(d => with.BoroughOf(d.Code) is null)],
            [.. book.Changes.Reverse()], [.. years.Reverse()]);
    }
}
