using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>Something out of the ordinary in a named place, put there for an analist to find.</summary>
internal sealed record Surprise
{
    public required string Municipality { get; init; }

    /// <summary>Codes of the neighbourhoods.</summary>
    public required IReadOnlyList<string> Neighbourhoods { get; init; }

    public required string Category { get; init; }

    public required WeekRange Weeks { get; init; }

    /// <summary>How many times the usual.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Mean number a week that comes on top, at <see cref="Moments"/>.</summary>
    public double PerWeek { get; init; }

    public IReadOnlyList<(int Weekday, Daypart Daypart)> Moments { get; init; } = [];

    /// <summary>What there is to find, in Dutch.</summary>
    public required string Told { get; init; }

    public bool IsAt(string neighbourhood, string category, IsoWeek week) =>
        category == Category && Weeks.Contains(week) && Neighbourhoods.Contains(neighbourhood);
}

/// <summary>The surprises of a demo that ends in this week, wherever their gemeente is in the demo.</summary>
internal sealed class Surprises
{
    private readonly IReadOnlyDictionary<string, Territory> _land;
    private readonly IsoWeek _last;

    private Surprises(IReadOnlyList<Territory> land, IsoWeek last) =>
        (_land, _last) = (land.ToDictionary(t => t.Municipality.Code), last);

    public static IReadOnlyList<Surprise> In(IReadOnlyList<Territory> land, IsoWeek last)
    {
        var all = new Surprises(land, last);
        return
        [
            all.Bicycles(), all.Burglary(), all.FridayNights(), all.Control(), all.Cars(),
        ];
    }

    private Surprise Bicycles()
    {
        // Busy enough to compare: below twelve expected no verdict is given.
        var place = Busiest("GM0153", Setting.Centre, 2);
        return new Surprise
        {
            Municipality = "GM0153", Neighbourhoods = [place.Code], Category = "1.2.3",
            Weeks = Ending(-2, 6), PerWeek = 12,
            Moments = [(2, Daypart.Afternoon), (4, Daypart.Afternoon), (5, Daypart.Evening)],
            Told = $"Enschede, {place.Name}: zes weken lang een golf van fietsdiefstallen.",
        };
    }

    private Surprise Burglary()
    {
        var district = _land["GM0141"].Districts.MaxBy(d => d.Neighbourhoods.Sum(n => n.Inhabitants))!;
        return new Surprise
        {
            Municipality = "GM0141", Neighbourhoods = [.. district.Neighbourhoods.Select(n => n.Code)],
            Category = "1.1.1",
            // As long as the demo lasts: an intervention that works.
            Weeks = new WeekRange(_last.Plus(-59), _last.Plus(600)), Factor = 0.45,
            Told = $"Almelo, {district.Name}: na een aanpak is het aantal woninginbraken gehalveerd.",
        };
    }

    private Surprise FridayNights()
    {
        var place = Busiest("GM0164", Setting.Residential, 2);
        return new Surprise
        {
            Municipality = "GM0164", Neighbourhoods = [place.Code], Category = "JEUGD", PerWeek = 4.5,
            Weeks = new WeekRange(_last.Plus(-10), _last.Plus(600)),
            Moments = [(5, Daypart.Evening), (5, Daypart.Evening), (6, Daypart.Night)],
            Told = $"Hengelo, {place.Name}: een nieuwe plek met jeugdoverlast op vrijdagavond en in de nacht erna.",
        };
    }

    private Surprise Control()
    {
        var place = Busiest("GM0173", Setting.Centre, 0);
        return new Surprise
        {
            Municipality = "GM0173", Neighbourhoods = [place.Code], Category = "3.1.1",
            Weeks = Ending(-5, 3), PerWeek = 7,
            Moments = [(4, Daypart.Evening), (5, Daypart.Evening), (6, Daypart.Afternoon)],
            Told = $"Oldenzaal, {place.Name}: drie weken met controles, en dus meer drugshandel in de cijfers.",
        };
    }

    private Surprise Cars()
    {
        var place = Busiest("GM0158", Setting.Residential, 0);
        return new Surprise
        {
            Municipality = "GM0158", Neighbourhoods = [place.Code], Category = "1.2.1",
            Weeks = Ending(-1, 2), PerWeek = 8,
            Moments = [(3, Daypart.Night), (4, Daypart.Night)],
            Told = $"Haaksbergen, {place.Name}: twee weken met een reeks autokraken in de nacht.",
        };
    }

    private WeekRange Ending(int back, int weeks) => Window.Ending(_last.Plus(back), weeks);

    private Neighbourhood Busiest(string municipality, Setting setting, int rank) =>
        _land[municipality].Neighbourhoods.Where(n => n.Setting == setting).OrderByDescending(n => n.Inhabitants)
            .ElementAt(rank);
}
