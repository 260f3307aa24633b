using NetTopologySuite.Geometries;

namespace Twente.Igw.Web.Demo;

/// <summary>A neighbourhood before it has borders: whose it is, where its middle lies and what it is made of.</summary>
/// <param name="Municipality">Null for ground outside Twente, which only pushes the borders into shape.</param>
/// <param name="Point">In metres.</param>
/// <param name="Setting">What it is made of.</param>
internal sealed record Site(Municipality? Municipality, Coordinate Point, Setting Setting);

/// <summary>Scatters the middles of neighbourhoods: close together in towns, wide apart outside them.</summary>
internal sealed class PlaceNeighbourhoods
{
    /// <summary>Square kilometres of power distance: fills the ground between the circles of gemeenten.</summary>
    private const double Reach = 11;

    /// <summary>Where the ground outside begins; between the two the nearest neighbourhood takes it.</summary>
    private const double Outside = 20;

    /// <summary>Square kilometres: about a kilometre from the border, so that no village ends up across it.</summary>
    private const double DepthOfTown = 18;
    private const double BetweenOutside = 1.9;
    private readonly List<(double X, double Y)> _taken = [];
    private readonly List<Site> _sites = [];

    /// <summary>All sites: those of the gemeenten in order of code, then the ground around.</summary>
    public static IReadOnlyList<Site> Execute(int seed)
    {
        var place = new PlaceNeighbourhoods();
        foreach (var municipality in Region.Municipalities)
            place.Fill(municipality, Dice.For(seed, municipality.Number, 1));
        place.Surround(Dice.For(seed, 0, 1));
        return place._sites;
    }

    private void Fill(Municipality municipality, Dice dice)
    {
        var towns = Towns(municipality, dice);
        var inTowns = (int)(municipality.Neighbourhoods * (municipality.IsCity ? 0.80 : 0.60));
        var industrial = Math.Max(1, municipality.Neighbourhoods / 14);
        for (var n = 0; n < municipality.Neighbourhoods; n++)
        {
            var setting = n < towns.Count ? Setting.Centre
                : n < inTowns - industrial ? Setting.Residential
                : n < inTowns ? Setting.Industrial : Setting.Rural;
            var at = setting switch
            {
                Setting.Centre => towns[n],
                Setting.Rural => Free(municipality, 1.1, () => Anywhere(municipality, dice)),
                _ => Free(municipality, 0.42, () => Around(municipality, towns, setting, dice)),
            };
            var isVillage = n > 0 && setting == Setting.Centre && !municipality.IsCity;
            Take(municipality, at, isVillage ? Setting.Residential : setting);
        }
    }

    /// <summary>The largest town lies near the middle, villages apart from it and from each other.</summary>
    private List<(double X, double Y)> Towns(Municipality municipality, Dice dice)
    {
        List<(double X, double Y)> towns =
            [(municipality.Centre.X + 0.4 * dice.Normal(), municipality.Centre.Y + 0.4 * dice.Normal())];
        while (towns.Count < municipality.Towns)
        {
            var apart = municipality.Radius * 0.75;
            (double X, double Y) at;
            do
            {
                at = Anywhere(municipality, dice);
                apart *= 0.98;
            }
            while (towns.Any(t => Far(t, at) < apart) || !IsInside(municipality, at));
            towns.Add(at);
        }
        return towns;
    }

    private static bool IsInside(Municipality municipality, (double X, double Y) at) =>
        Region.Distance(municipality, at.X, at.Y) < -3 && Region.Depth(municipality, at.X, at.Y) > DepthOfTown;

    private static (double X, double Y) Around(
        Municipality municipality, List<(double X, double Y)> towns, Setting setting, Dice dice)
    {
        var town = dice.Chance(0.55) ? 0 : dice.Below(towns.Count);
        var width = Math.Sqrt(municipality.Inhabitants / (double)(town == 0 ? 1 : 6)) / 200;
        var (angle, far) = (2 * Math.PI * dice.Next(), width * (setting == Setting.Industrial ? 1.5 : 1));
        var distance = far * Math.Sqrt(dice.Next()) + (setting == Setting.Industrial ? far * 0.4 : 0);
        return (towns[town].X + distance * Math.Cos(angle), towns[town].Y + distance * Math.Sin(angle));
    }

    private static (double X, double Y) Anywhere(Municipality municipality, Dice dice)
    {
        var (centre, far) = (municipality.Centre, Math.Sqrt(municipality.Radius * municipality.Radius + Reach));
        while (true)
        {
            var at = (X: centre.X + dice.Between(-far, far), Y: centre.Y + dice.Between(-far, far));
            if (Region.Distance(municipality, at.X, at.Y) < Reach)
                return at;
        }
    }

    /// <summary>A place of this gemeente that keeps its distance; the distance gives way where it is full.</summary>
    private (double X, double Y) Free(Municipality municipality, double apart, Func<(double X, double Y)> propose)
    {
        for (; ; apart *= 0.99)
        {
            var at = propose();
            if (Region.Depth(municipality, at.X, at.Y) > 0 && _taken.TrueForAll(t => Far(t, at) >= apart))
                return at;
        }
    }

    private void Surround(Dice dice)
    {
        var own = _taken.ToList();
        for (var x = 212.0; x < 280; x += BetweenOutside)
            for (var y = 450.0; y < 510; y += BetweenOutside)
            {
                var at = (X: x + dice.Between(-0.6, 0.6), Y: y + dice.Between(-0.6, 0.6));
                if (Region.Municipalities.All(g => Region.Distance(g, at.X, at.Y) > Outside)
                    && own.TrueForAll(t => Far(t, at) > BetweenOutside / 2))
                    Take(null, at, Setting.Rural);
            }
    }

    private void Take(Municipality? municipality, (double X, double Y) at, Setting setting)
    {
        _taken.Add(at);
        _sites.Add(new Site(municipality, new Coordinate(at.X * 1000, at.Y * 1000), setting));
    }

    private static double Far((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
