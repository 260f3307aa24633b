using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Looks up the areas and codes of the current tenant that a file may name now.</summary>
internal sealed class FindKnownCodes(ICurrentTenant current, AreaRegistry areas, CategoryTree categories)
{
    public async Task<CheckAgainst> Execute(CancellationToken cancel)
    {
        var municipality = AreaCode.Parse(current.Tenant.Id.Code);
        var years = new Dictionary<int, MunicipalityAreas>();
        foreach (var year in await areas.Years(municipality, cancel))
            years[year] = (await areas.Find(municipality, year, cancel))!;
        return new CheckAgainst(municipality, years, categories.Classes.Select(c => c.Code).ToHashSet());
    }
}
