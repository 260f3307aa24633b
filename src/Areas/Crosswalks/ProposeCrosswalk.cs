using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Proposes a crosswalk from what CBS says changed, from borders and inhabitants; a draft.</summary>
public sealed class ProposeCrosswalk
{
    /// <summary>CBS's code for a neighbourhood that is as it was the year before.</summary>
    private const int NotChanged = 1;

    private readonly AreaRegistry _registry;
    private readonly Boundaries _boundaries;
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly StoreCrosswalk _store;

    internal ProposeCrosswalk(
        AreaRegistry registry, Boundaries boundaries, IDbContextFactory<CatalogueDb> catalogues,
        StoreCrosswalk store) =>
        (_registry, _boundaries, _catalogues, _store) = (registry, boundaries, catalogues, store);

    /// <exception cref="IOException">A boundary file is gone; importing the areas again makes it anew.</exception>
    public async Task<CrosswalkDrafting> Execute(
        AreaCode municipality, int fromYear, int toYear, Actor actor, CancellationToken cancel)
    {
        var findings = new AreaFindings();
        if (fromYear == toYear)
            findings.Add("indeling", toYear, "van en naar moeten twee verschillende jaren zijn");
        var from = await CrosswalkAreas.Find(_registry, municipality, fromYear, findings, cancel);
        var to = await CrosswalkAreas.Find(_registry, municipality, toYear, findings, cancel);
        if (from is null || to is null || findings.Any)
            return CrosswalkDrafting.Of(findings);
        var overlaps = MeasureOverlap.Of(
            (await _boundaries.Find(municipality, fromYear, cancel))!,
            (await _boundaries.Find(municipality, toYear, cancel))!);
        var rows = DraftCrosswalk.Execute(await Unchanged(from, to, cancel), overlaps, to);
        List<ReadRow> read = [.. rows.Select((row, at) => new ReadRow(at + 2, row))];
        CheckCrosswalk.Execute(read, from, to, findings);
        if (findings.Any)
            return CrosswalkDrafting.Of(findings);
        var text = new CrosswalkText(municipality, fromYear, toYear, read);
        return CrosswalkDrafting.Of(await _store.Execute(text, "voorstel", actor, cancel), read);
    }

    /// <summary>
    /// Codes of both years that CBS calls unchanged in every year between. CBS compares with the year before only, so
    /// a year that is not loaded leaves it to the borders.
    /// </summary>
    private async Task<IReadOnlySet<AreaCode>> Unchanged(
        MunicipalityAreas from, MunicipalityAreas to, CancellationToken cancel)
    {
        var (first, last) = (
            Math.Min(from.BoundaryYear, to.BoundaryYear) + 1, Math.Max(from.BoundaryYear, to.BoundaryYear));
        var (municipality, level) = (from.Municipality.Code.Code, (int)AreaLevel.Neighbourhood);
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var areas = db.Areas;
        var same = await areas.AsNoTracking()
            .Where(a => a.Municipality == municipality && a.Level == level && a.ChangeCode == NotChanged)
            .Where(a => a.BoundaryYear >= first && a.BoundaryYear <= last)
            .GroupBy(a => a.Code).Select(g => new { Code = g.Key, Years = g.Count() }).ToListAsync(cancel);
        return same.Where(s => s.Years == last - first + 1).Select(s => AreaCode.Parse(s.Code))
            .Where(code => from.Find(code) is not null && to.Find(code) is not null).ToHashSet();
    }
}
