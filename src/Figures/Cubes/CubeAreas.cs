using System.Collections.Frozen;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// Where each area stands in the cube. Place 0 is the municipality in all years together; every boundary year has
/// places of its own, so that a week of other boundaries can never slip into an answer below the municipality.
/// </summary>
internal sealed class CubeAreas
{
    private readonly FrozenDictionary<int, YearPlaces> _years;

    /// <param name="years">Boundary years with their areas; null when that year is not loaded on this platform.</param>
    public CubeAreas(IReadOnlyDictionary<int, MunicipalityAreas?> years)
    {
        var places = new Dictionary<int, YearPlaces>();
        var next = 1;
        foreach (var (year, areas) in years.OrderBy(y => y.Key))
        {
            places[year] = new YearPlaces(year, areas, next);
            next += places[year].Length;
        }
        (_years, Count) = (places.ToFrozenDictionary(), next);
        Loaded = [.. years.Where(y => y.Value is not null).Select(y => y.Key).Order()];
    }

    /// <summary>Number of places.</summary>
    public int Count { get; }

    /// <summary>Boundary years whose areas are known, ascending.</summary>
    public IReadOnlyList<int> Loaded { get; }

    public IEnumerable<YearPlaces> Years => _years.Values;

    public YearPlaces? Find(int year) => _years.GetValueOrDefault(year);
}

/// <summary>The places of one boundary year: place unknown twice, then districts, then neighbourhoods.</summary>
internal sealed class YearPlaces(int year, MunicipalityAreas? areas, int first)
{
    private readonly Dictionary<string, int> _districts = PlacesOf(areas?.Districts, first + 2);

    private readonly Dictionary<string, int> _neighbourhoods =
        PlacesOf(areas?.Neighbourhoods, first + 2 + (areas?.Districts.Count ?? 0));

    public int Year => year;

    public MunicipalityAreas? Areas => areas;

    /// <summary>
    /// Facts on the municipality's own code, and on codes that this year's areas do not hold: they count for the
    /// municipality and are said to be without neighbourhood.
    /// </summary>
    public int Unknown => first;

    /// <summary>The same of weeks converted to this year. Apart: over all years they would count twice.</summary>
    public int ConvertedUnknown => first + 1;

    public int Length => 2 + _districts.Count + _neighbourhoods.Count;

    /// <summary>Place of the first area of a level; the others follow, ordered by code.</summary>
    public int FirstOf(AreaLevel level) => level == AreaLevel.District ? first + 2 : first + 2 + _districts.Count;

    /// <summary>Places of the districts that a borough is made of.</summary>
    /// <exception cref="KeyNotFoundException">The year has no such borough.</exception>
    public IEnumerable<int> DistrictsOf(AreaCode borough) => areas?.Find(borough) is null
        ? throw new KeyNotFoundException($"{borough} is no borough in {year}.")
        : areas.Districts.Where(d => areas.BoroughOf(d.Code) == borough).Select(d => _districts[d.Code.Code]);

    /// <summary>Places of a fact's district and neighbourhood; twice <see cref="Unknown"/> when it has none.</summary>
    public (int District, int Neighbourhood) PlacesOf(string code) =>
        _neighbourhoods.TryGetValue(code, out var neighbourhood)
            && _districts.TryGetValue(AreaCode.Parse(code).District.Code, out var district)
            ? (district, neighbourhood)
            : (Unknown, Unknown);

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<Area>? of, int from) =>
        (of ?? []).Select((area, i) => (area.Code.Code, from + i)).ToDictionary();
}
