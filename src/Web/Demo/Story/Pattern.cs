using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>How often, where and when one class of offences or nuisance happens.</summary>
/// <param name="Code">The class or incident code.</param>
/// <param name="Share">Per 1,000 inhabitants a year in a city; elsewhere in proportion.</param>
/// <param name="Rhythm">When.</param>
/// <param name="Where">Where.</param>
/// <param name="Trend">Growth a year, as a share.</param>
internal sealed record Pattern(string Code, double Share, Rhythm Rhythm, Whereabouts Where, double Trend = 0)
{
    public CategoryCode Category { get; } = CategoryCode.Parse(Code);
}

/// <summary>
/// How many times the usual happens in each setting. The usual goes by inhabitants; in centres and on industrial
/// estates visitors count too.
/// </summary>
internal sealed record Whereabouts(double Centre, double Residential, double Industrial, double Rural)
{
    public static readonly Whereabouts Homes = new(1, 1, 1, 0.9);
    public static readonly Whereabouts Sheds = new(0.4, 1.1, 1, 1.3);
    public static readonly Whereabouts GoingOut = new(9, 0.6, 0.3, 0.4);
    public static readonly Whereabouts Shopping = new(14, 0.7, 0.4, 0.1);
    public static readonly Whereabouts Stations = new(7, 0.9, 0.8, 0.25);
    public static readonly Whereabouts Streets = new(2, 1, 1.6, 0.8);
    public static readonly Whereabouts Roads = new(1.4, 0.8, 3, 2.2);
    public static readonly Whereabouts Firms = new(3, 0.3, 30, 1.2);

    /// <summary>Visitors, as if so many more lived there.</summary>
    private const int VisitorsOfCentre = 2_500;
    private const int VisitorsOfIndustry = 450;

    /// <summary>The share a neighbourhood has, to be divided by the sum over all.</summary>
    public double Weight(Neighbourhood neighbourhood) => neighbourhood.Setting switch
    {
        Setting.Centre => Centre * (neighbourhood.Inhabitants + VisitorsOfCentre),
        Setting.Residential => Residential * neighbourhood.Inhabitants,
        Setting.Industrial => Industrial * (neighbourhood.Inhabitants + VisitorsOfIndustry),
        _ => Rural * neighbourhood.Inhabitants,
    };
}

/// <summary>
/// The level of every class that the demo counts: of the size of what the police publish for cities in the east of the
/// country, rounded and changed, and belonging to no place.
/// </summary>
internal static class Patterns
{
    public static readonly IReadOnlyList<Pattern> All =
    [
        new("1.1.1", 1.9, Rhythms.Burglary, Whereabouts.Homes, -0.06),
        new("1.1.2", 1.1, Rhythms.Burglary, Whereabouts.Sheds, -0.03),
        new("1.2.1", 3.2, Rhythms.Cars, Whereabouts.Streets, -0.05),
        new("1.2.2", 0.7, Rhythms.Cars, Whereabouts.Streets),
        new("1.2.3", 6.2, Rhythms.Bicycles, Whereabouts.Stations, 0.02),
        new("1.2.4", 0.9, Rhythms.Shops, Whereabouts.Shopping, -0.05),
        new("1.2.5", 0.2, Rhythms.AllWeek, Whereabouts.Stations),
        new("1.3.1", 2.6, Rhythms.AllWeek, Whereabouts.Roads),
        new("1.4.1", 0.7, Rhythms.Home, Whereabouts.Homes, 0.05),
        new("1.4.2", 0.1, Rhythms.Home, Whereabouts.Homes),
        new("1.4.3", 0.3, Rhythms.Nightlife, Whereabouts.GoingOut),
        new("1.4.4", 1.7, Rhythms.AllWeek, Whereabouts.Homes),
        new("1.4.5", 2.9, Rhythms.Nightlife, Whereabouts.GoingOut, -0.01),
        new("1.4.6", 0.3, Rhythms.Nightlife, Whereabouts.GoingOut, -0.04),
        new("1.4.7", 0.06, Rhythms.Shops, Whereabouts.Shopping),
        new("1.5.2", 0.08, Rhythms.Bicycles, Whereabouts.Sheds),
        new("1.6.1", 0.4, Rhythms.Damage, Whereabouts.Streets),
        new("1.6.2", 2.6, Rhythms.AllWeek, Whereabouts.Streets, -0.02),
        new("1.6.3", 0.03, Rhythms.Control, Whereabouts.Streets),
        new("2.1.1", 0.5, Rhythms.Youth, Whereabouts.Stations),
        new("2.2.1", 5.4, Rhythms.Damage, Whereabouts.Streets, -0.01),
        new("2.4.1", 0.1, Rhythms.Home, Whereabouts.Homes),
        new("2.4.2", 0.4, Rhythms.Home, Whereabouts.Homes),
        new("2.5.1", 1.2, Rhythms.Burglary, Whereabouts.Firms, -0.04),
        new("2.5.2", 4.3, Rhythms.Shops, Whereabouts.Shopping, 0.04),
        new("2.6.2", 0.03, Rhythms.Control, Whereabouts.Roads),
        new("2.6.4", 0.05, Rhythms.Control, Whereabouts.Roads),
        new("2.6.9", 0.2, Rhythms.Fireworks, Whereabouts.Homes),
        new("2.6.11", 0.02, Rhythms.Control, Whereabouts.Sheds),
        new("2.6.13", 0.03, Rhythms.Control, Whereabouts.Sheds),
        new("2.7.2", 0.25, Rhythms.Control, Whereabouts.Streets),
        new("3.1.1", 1.0, Rhythms.Control, Whereabouts.Stations),
        new("3.1.3", 0.5, Rhythms.Control, Whereabouts.Streets, 0.03),
        new("3.5.2", 2.1, Rhythms.Nightlife, Whereabouts.Roads, 0.02),
        new("3.5.5", 1.1, Rhythms.AllWeek, Whereabouts.Roads),
        new("3.6.4", 0.6, Rhythms.Nightlife, Whereabouts.GoingOut),
        new("3.7.1", 0.05, Rhythms.AllWeek, Whereabouts.Homes),
        new("3.7.3", 0.03, Rhythms.AllWeek, Whereabouts.Homes),
        new("3.7.4", 0.8, Rhythms.Paper, Whereabouts.Homes, 0.05),
        new("3.9.1", 3.0, Rhythms.Paper, Whereabouts.Homes, 0.05),
        new("3.9.3", 0.4, Rhythms.Paper, Whereabouts.Homes),
        new("E33", 9.0, Rhythms.Home, Whereabouts.Homes, 0.06),
        new("JEUGD", 10.5, Rhythms.Youth, Whereabouts.Streets, -0.02),
        new("GELUID", 14.0, Rhythms.Noise, Whereabouts.Streets),
        new("BUREN", 9.0, Rhythms.Home, Whereabouts.Homes, 0.01),
    ];

    /// <summary>What <see cref="Municipality.Offences"/> is in the city that the shares are for.</summary>
    public static double Offences { get; } = All.Where(p => char.IsDigit(p.Code[0])).Sum(p => p.Share);
}
