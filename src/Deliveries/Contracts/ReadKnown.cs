using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>Gathers what the platform knows of a gemeente at this moment, to hold a file against.</summary>
internal sealed class ReadKnown(AreaRegistry areas, CategoryStore categories)
{
    public async Task<CheckAgainst> Execute(AreaCode municipality, CancellationToken cancel)
    {
        var years = new Dictionary<int, MunicipalityAreas>();
        foreach (var year in await areas.Years(municipality, cancel))
            years[year] = (await areas.Find(municipality, year, cancel))!;
        var tree = await categories.Current(cancel);
        return new CheckAgainst(municipality, years, tree.Classes.Select(c => c.Code).ToHashSet())
        {
            Ended = tree.Classes.Where(c => c.EndsOn is not null).ToDictionary(c => c.Code, c => c.EndsOn!.Value),
        };
    }
}
