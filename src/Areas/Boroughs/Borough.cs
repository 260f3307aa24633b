namespace Twente.Igw.Areas;

/// <summary>A stadsdeel: districts of one boundary year that a tenant takes together under a name.</summary>
/// <param name="Code">Its code, unique in the municipality and the same in every boundary year.</param>
/// <param name="Name">Its name.</param>
/// <param name="BoundaryYear">The year whose districts these are.</param>
/// <param name="Districts">The districts, ordered by code; each lies in at most one borough.</param>
public sealed record Borough(AreaCode Code, string Name, int BoundaryYear, IReadOnlyList<AreaCode> Districts)
{
    /// <summary>
    /// As an area beside those of CBS. Its people are those of its districts added up; not known as soon as those of
    /// one district are not.
    /// </summary>
    internal Area In(MunicipalityAreas areas)
    {
        var districts = Districts.Select(d => areas.Find(d)!).ToList();
        return new Area(
            Code, Name, areas.Municipality.Code, Sum(districts, d => d.Inhabitants),
            Sum(districts, d => d.Households));
    }

    private static int? Sum(List<Area> districts, Func<Area, int?> of) =>
        districts.All(d => of(d) is not null) ? districts.Sum(of) : null;
}
