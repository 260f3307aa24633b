using System.Collections.Frozen;

namespace Twente.Igw.Areas;

/// <summary>All areas of one municipality in one boundary year, immutable.</summary>
public sealed class MunicipalityAreas
{
    private readonly FrozenDictionary<AreaCode, Area> _byCode;
    private readonly FrozenDictionary<AreaCode, AreaCode> _boroughOf = FrozenDictionary<AreaCode, AreaCode>.Empty;

    /// <param name="boundaryYear">The year whose boundaries these are.</param>
    /// <param name="municipality">The municipality itself.</param>
    /// <param name="districts">Its districts; stored ordered by code.</param>
    /// <param name="neighbourhoods">Its neighbourhoods; stored ordered by code.</param>
    public MunicipalityAreas(
        int boundaryYear, Area municipality, IEnumerable<Area> districts, IEnumerable<Area> neighbourhoods)
    {
        BoundaryYear = boundaryYear;
        Municipality = municipality;
        Districts = [.. districts.OrderBy(a => a.Code.Code, StringComparer.Ordinal)];
        Neighbourhoods = [.. neighbourhoods.OrderBy(a => a.Code.Code, StringComparer.Ordinal)];
        _byCode = Districts.Concat(Neighbourhoods).Append(municipality).ToFrozenDictionary(a => a.Code);
    }

    private MunicipalityAreas(MunicipalityAreas of, IReadOnlyCollection<Borough> boroughs)
        : this(of.BoundaryYear, of.Municipality, of.Districts, of.Neighbourhoods)
    {
        Boroughs = [.. boroughs.Select(b => b.In(this)).OrderBy(a => a.Code.Code, StringComparer.Ordinal)];
        _boroughOf = boroughs.SelectMany(b => b.Districts, (b, district) => (district, b.Code))
            .ToFrozenDictionary(p => p.district, p => p.Code);
        _byCode = _byCode.Values.Concat(Boroughs).ToFrozenDictionary(a => a.Code);
    }

    public int BoundaryYear { get; }

    public Area Municipality { get; }

    public IReadOnlyList<Area> Districts { get; }

    public IReadOnlyList<Area> Neighbourhoods { get; }

    /// <summary>The tenant's own groupings of districts, ordered by code; empty where she made none.</summary>
    public IReadOnlyList<Area> Boroughs { get; } = [];

    /// <summary>The same areas with a tenant's boroughs; districts that are no longer there are left out.</summary>
    public MunicipalityAreas With(IEnumerable<Borough> boroughs)
    {
        var fitting = boroughs
            .Select(b => b with { Districts = [.. b.Districts.Where(d => _byCode.ContainsKey(d))] })
            .Where(b => b.Districts.Count > 0).ToList();
        return fitting.Count == 0 && Boroughs.Count == 0 ? this : new MunicipalityAreas(this, fitting);
    }

    public Area? Find(AreaCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether there are areas of a level: boroughs only where the tenant made them.</summary>
    public bool Offers(AreaLevel level) => level != AreaLevel.Borough || Boroughs.Count > 0;

    /// <summary>The borough a district or neighbourhood lies in; null when it lies in none.</summary>
    public AreaCode? BoroughOf(AreaCode part) =>
        part.Level >= AreaLevel.District && _boroughOf.TryGetValue(part.District, out var borough) ? borough : null;

    /// <summary>Whether an area is another or lies in it.</summary>
    public bool IsWithin(AreaCode part, AreaCode whole) => part == whole || whole.Level switch
    {
        AreaLevel.Municipality => true,
        AreaLevel.Borough => BoroughOf(part) == whole,
        AreaLevel.District => part.Level == AreaLevel.Neighbourhood && part.District == whole,
        _ => false,
    };

    /// <summary>The areas of a level, ordered by code.</summary>
    public IReadOnlyList<Area> At(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => [Municipality],
        AreaLevel.District => Districts,
        AreaLevel.Borough => Boroughs,
        _ => Neighbourhoods,
    };
}
