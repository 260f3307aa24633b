using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>Gathers what the platform knows of a gemeente at this moment, to hold a file against.</summary>
internal sealed class ReadKnown(AreaRegistry areas, CategoryTree categories)
{
    public async Task<CheckAgainst> Execute(AreaCode municipality, CancellationToken cancel)
    {
        var years = new Dictionary<int, MunicipalityAreas>();
        foreach (var year in await areas.Years(municipality, cancel))
            years[year] = (await areas.Find(municipality, year, cancel))!;
        return new CheckAgainst(municipality, years, categories.Classes.Select(c => c.Code).ToHashSet());
    }
}
