using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>Reads what the pages about boundary years show; of the gemeente of the visitor and no other.</summary>
internal sealed class ReadDivisions(CubeStore cubes, ListCrosswalks crosswalks, ReadViewer viewers)
{
    public async Task<DivisionsView> Execute(CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var delivered = cube.Coverage.DeliveredOn.ToDictionary(d => d.BoundaryYear, d => d.Weeks);
        var years = cube.BoundaryYears.Union(delivered.Keys).OrderDescending()
            .Select(y => new DivisionYear(y, cube.Areas(y), delivered.GetValueOrDefault(y))).ToList();
        return new DivisionsView(
            years, await crosswalks.Execute(viewers.Municipality, cancel), [.. Gaps(cube, years)]);
    }

    /// <returns>Null when this gemeente has no crosswalk with this number.</returns>
    public async Task<CrosswalkView?> Find(long number, string? message, CancellationToken cancel)
    {
        if (await crosswalks.Find(viewers.Municipality, number, cancel) is not { } found)
            return null;
        var cube = await cubes.Current(cancel);
        return new CrosswalkView(found, cube.Areas(found.FromYear), cube.Areas(found.ToYear), message);
    }

    /// <summary>Pairs of years whose weeks do not meet on the boundaries that pages answer on.</summary>
    private static IEnumerable<DivisionGap> Gaps(Cube cube, IReadOnlyList<DivisionYear> years)
    {
        if (cube.Coverage.Stand is not { } stand || cube.AnswerYear(new WeekRange(stand, stand)) is not { } shown)
            return [];
        return years.Where(y => y.Weeks > 0 && y.Year != shown && !cube.Coverage.Converts(y.Year, shown))
            .Select(y => new DivisionGap(y.Year, shown, y.Weeks));
    }
}

/// <summary>What the page of boundary years shows.</summary>
internal sealed record DivisionsView(
    IReadOnlyList<DivisionYear> Years, IReadOnlyList<Crosswalk> Crosswalks, IReadOnlyList<DivisionGap> Gaps);

/// <summary>A boundary year: its areas, null when not loaded, and how many weeks were delivered on it.</summary>
internal sealed record DivisionYear(int Year, MunicipalityAreas? Areas, int Weeks);

/// <summary>Weeks of one year that do not count below the gemeente on the boundaries shown.</summary>
internal sealed record DivisionGap(int From, int To, int Weeks);

/// <summary>A crosswalk to be judged, with the areas of both its years where these are loaded.</summary>
internal sealed record CrosswalkView(
    Crosswalk Crosswalk, MunicipalityAreas? From, MunicipalityAreas? To, string? Message)
{
    /// <summary>Everything but what stayed as it was: that is what a person has to look at.</summary>
    public IReadOnlyList<CrosswalkRow> Changed =>
        [.. Crosswalk.Rows.Where(r => r.Basis != CrosswalkBasis.Unchanged)];

    public int Unchanged => Crosswalk.Rows.Count - Changed.Count;

    public static string NameOf(MunicipalityAreas? areas, AreaCode code) => areas?.Find(code)?.Name ?? "";

    public static int? InhabitantsOf(MunicipalityAreas? areas, AreaCode code) => areas?.Find(code)?.Inhabitants;
}
