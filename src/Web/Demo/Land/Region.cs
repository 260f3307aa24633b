namespace Twente.Igw.Web.Demo;

/// <summary>
/// A gemeente of the demo. Code, name, host and size are those of the real one; everything inside it is invented.
/// </summary>
/// <param name="Code">CBS code.</param>
/// <param name="Name">Name on screens.</param>
/// <param name="Slug">First label of its host.</param>
/// <param name="Inhabitants">About as many as live there.</param>
internal sealed record Municipality(string Code, string Name, string Slug, int Inhabitants)
{
    public required int Neighbourhoods { get; init; }

    public required int Districts { get; init; }

    /// <summary>Towns and villages in it, the largest included.</summary>
    public required int Towns { get; init; }

    /// <summary>Roughly where it lies: kilometres in the Rijksdriehoeksstelsel (EPSG:28992).</summary>
    public required (double X, double Y) Centre { get; init; }

    /// <summary>Kilometres; of a circle about as large as the gemeente.</summary>
    public required double Radius { get; init; }

    /// <summary>Offences per 1,000 inhabitants in a year.</summary>
    public required double Offences { get; init; }

    /// <summary>The four digits of the code.</summary>
    public string Digits => Code[2..];

    public int Number => int.Parse(Digits, CultureInfo.InvariantCulture);

    public bool IsCity => Inhabitants > 50_000;

    public override string ToString() => $"{Code} ({Name})";
}

/// <summary>The fourteen gemeenten of Twente.</summary>
internal static class Region
{
    /// <summary>Whose borders the demo says its neighbourhoods have.</summary>
    public const int BoundaryYear = 2025;

    public static readonly IReadOnlyList<Municipality> Municipalities =
    [
        Of("GM0141", "Almelo", "almelo", 73_600, (241.7, 484.8, 4.9), (64, 10, 2), 49),
        Of("GM0147", "Borne", "borne", 24_400, (247.4, 481.4, 3.1), (16, 3, 2), 24),
        Of("GM0153", "Enschede", "enschede", 160_600, (256.2, 471.2, 7.0), (70, 10, 3), 50),
        Of("GM0158", "Haaksbergen", "haaksbergen", 24_300, (248.0, 464.6, 6.0), (28, 6, 3), 23),
        Of("GM0163", "Hellendoorn", "hellendoorn", 36_100, (228.4, 489.8, 6.8), (38, 8, 4), 23),
        Of("GM0164", "Hengelo", "hengelo", 82_200, (249.9, 474.9, 4.8), (60, 9, 2), 45),
        Of("GM0168", "Losser", "losser", 23_200, (265.6, 479.5, 5.8), (18, 4, 4), 24),
        Of("GM0173", "Oldenzaal", "oldenzaal", 31_900, (258.6, 480.6, 3.2), (17, 4, 1), 33),
        Of("GM0183", "Tubbergen", "tubbergen", 21_500, (250.8, 491.6, 6.8), (21, 6, 5), 20),
        Of("GM0189", "Wierden", "wierden", 25_200, (234.3, 484.8, 5.5), (28, 6, 3), 22),
        Of("GM1700", "Twenterand", "twenterand", 33_900, (237.0, 495.6, 6.0), (30, 6, 4), 26),
        Of("GM1735", "Hof van Twente", "hofvantwente", 35_300, (237.0, 472.4, 8.3), (47, 9, 5), 22),
        Of("GM1742", "Rijssen-Holten", "rijssenholten", 38_600, (227.0, 478.2, 6.0), (34, 7, 2), 22),
        Of("GM1774", "Dinkelland", "dinkelland", 26_700, (260.2, 489.6, 7.2), (40, 8, 6), 21),
    ];

    /// <summary>
    /// How far inside a gemeente a place is, in square kilometres of power distance; below 0 it is in another one.
    /// </summary>
    public static double Depth(Municipality municipality, double x, double y) =>
        Municipalities.Where(m => m != municipality).Min(m => Distance(m, x, y)) - Distance(municipality, x, y);

    /// <summary>Power distance in square kilometres: below 0 inside the gemeente's own circle.</summary>
    public static double Distance(Municipality municipality, double x, double y)
    {
        var (dx, dy) = (x - municipality.Centre.X, y - municipality.Centre.Y);
        return dx * dx + dy * dy - municipality.Radius * municipality.Radius;
    }

    private static Municipality Of(
        string code, string name, string slug, int inhabitants, (double X, double Y, double Radius) place,
        (int Neighbourhoods, int Districts, int Towns) parts, double offences) =>
        new(code, name, slug, inhabitants)
        {
            Centre = (place.X, place.Y), Radius = place.Radius, Neighbourhoods = parts.Neighbourhoods,
            Districts = parts.Districts, Towns = parts.Towns, Offences = offences,
        };
}
