using Twente.Igw.Areas;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>
/// A town whose division changed in 2025: of six neighbourhoods two were merged, one was split 60 to 40, one got
/// another number and two stayed as they were.
/// </summary>
internal static class TwoYears
{
    public static readonly AreaCode Merged = Town.Neighbourhood(0, 0);
    public static readonly AreaCode Gone = Town.Neighbourhood(0, 1);
    public static readonly AreaCode OldNumber = Town.Neighbourhood(0, 2);
    public static readonly AreaCode NewNumber = Town.Neighbourhood(0, 3);
    public static readonly AreaCode Split = Town.Neighbourhood(1, 0);
    public static readonly AreaCode SplitOff = Town.Neighbourhood(1, 3);

    /// <summary>What became of each neighbourhood.</summary>
    public static IEnumerable<(AreaCode From, AreaCode To, double Weight)> Rows =>
    [
        (Merged, Merged, 1), (Gone, Merged, 1), (OldNumber, NewNumber, 1), (Split, Split, 0.6),
        (Split, SplitOff, 0.4), (Town.Neighbourhood(1, 1), Town.Neighbourhood(1, 1), 1),
        (Town.Neighbourhood(1, 2), Town.Neighbourhood(1, 2), 1),
    ];

    /// <summary>Both divisions, without a crosswalk.</summary>
    public static Town Unlinked() => new Town().With(2021).With(Later(2025, 2000));

    public static Town Reviewed() => Unlinked().With(2021, 2025, Rows);

    public static MunicipalityAreas Later(int year, int inhabitants)
    {
        var codes = Rows.Select(r => r.To).Distinct().ToList();
        return new MunicipalityAreas(
            year, new Area(Town.Code, "Enschede", null, 160_000, 80_000),
            codes.Select(c => c.District).Distinct()
                .Select(d => new Area(d, $"Wijk {d}", Town.Code, 3 * inhabitants, inhabitants)),
            codes.Select(c => new Area(c, $"Buurt {c}", c.District, inhabitants, inhabitants / 2)));
    }
}
