using NetTopologySuite.Geometries;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Invents the inside of Twente: neighbourhoods and districts that do not exist, in gemeenten that do. Always the whole
/// region, so that a gemeente looks the same whichever others are in the demo.
/// </summary>
internal sealed class InventTwente
{
    private readonly int _seed;
    private readonly InventNames _names;

    private InventTwente(int seed) => (_seed, _names) = (seed, new InventNames(seed));

    /// <summary>The fourteen, in order of code; the same for the same seed.</summary>
    public static IReadOnlyList<Territory> Execute(int seed)
    {
        var invent = new InventTwente(seed);
        var sites = PlaceNeighbourhoods.Execute(seed);
        var placed = sites.Zip(DrawCells.Execute(sites, seed)).ToLookup(p => p.First.Municipality);
        return [.. Region.Municipalities.Select(g => invent.Inside(g, [.. placed[g]]))];
    }

    private Territory Inside(Municipality municipality, IReadOnlyList<(Site Site, Polygon Border)> placed)
    {
        var dice = Dice.For(_seed, municipality.Number, 3);
        var settings = placed.Select(p => p.Site.Setting).ToList();
        var inhabitants = Populate.Inhabitants(municipality, settings, dice);
        var middles = placed.Select(p => p.Border.Centroid.Coordinate).ToList();
        var groups = GroupDistricts.Execute(middles, municipality.Districts);
        var districts = new List<District>();
        foreach (var group in Enumerable.Range(0, placed.Count).GroupBy(i => groups[i]).OrderBy(g => g.Key))
        {
            var neighbourhoods = group.Select((place, number) => new Neighbourhood
            {
                Code = $"BU{municipality.Digits}{group.Key:00}{number:00}", Name = _names.Next(settings[place]),
                Setting = settings[place], Inhabitants = inhabitants[place], Border = placed[place].Border,
                Households = Populate.Households(municipality, settings[place], inhabitants[place], dice),
            }).ToList();
            var largest = neighbourhoods.MaxBy(n => n.Inhabitants)!;
            var name = $"Wijk {group.Key:00} {largest.Name}";
            districts.Add(new District(largest.District, name, neighbourhoods));
        }
        return new Territory(municipality, districts);
    }
}
