using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Areas;
using Twente.Igw.Regional;

namespace Twente.Igw.Web.Pages;

/// <summary>What was asked in the address of a comparison.</summary>
internal sealed record ComparisonParameters(
    [FromQuery(Name = "categorie")] string? Categorie, [FromQuery(Name = "periode")] string? Periode,
    [FromQuery(Name = "volgorde")] string? Volgorde);

/// <summary>A comparison with everything a page draws.</summary>
internal sealed record ComparisonView
{
    public required Twente.Igw.Regional.Region Region { get; init; }

    /// <summary>Null when the question cannot be answered: <see cref="Refused"/> says why.</summary>
    public required RegionalAnswer? Answer { get; init; }

    public RegionalRefusal? Refused { get; init; }

    public RegionalTrend? Trend { get; init; }

    public IReadOnlyList<DistrictRow> Districts { get; init; } = [];

    /// <summary>Borders of the gemeenten, where they are known.</summary>
    public IReadOnlyList<MunicipalityBoundaries> Borders { get; init; } = [];

    /// <summary>Borders of the districts that were published.</summary>
    public IReadOnlyList<MunicipalityBoundaries> DistrictBorders { get; init; } = [];

    /// <summary>Periods to choose from.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; init; } = [];

    /// <summary>Code of the gemeente whose reader this is; null for the region's own.</summary>
    public string? Own { get; init; }
}

/// <summary>Reads a comparison for a page, an export or the API; from published figures alone.</summary>
internal sealed class ReadComparison(
    ReadRegion read, CompareRegion compare, ListDistricts districts, AreaRegistry areas, Boundaries boundaries)
{
    /// <summary>Beyond so many gemeenten a map of all districts says nothing any more.</summary>
    private const int MostOnDistrictMap = 40;

    /// <summary>The answer alone, or why there is none.</summary>
    public async Task<(RegionalAnswer? Answer, RegionalRefusal? Refused)> Answer(
        ComparisonParameters asked, CancellationToken cancel)
    {
        var region = await read.Execute(cancel);
        var (question, refused) = ReadRegionalQuestion.Of(region, asked.Categorie, asked.Periode, asked.Volgorde);
        return question is null ? (null, refused) : (await compare.Execute(region, question, cancel), null);
    }

    /// <param name="asked">The words of the address.</param>
    /// <param name="own">The gemeente whose reader this is.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ComparisonView> Execute(ComparisonParameters asked, string? own, CancellationToken cancel)
    {
        var region = await read.Execute(cancel);
        var (question, refused) = ReadRegionalQuestion.Of(region, asked.Categorie, asked.Periode, asked.Volgorde);
        if (question is null)
            return new ComparisonView { Region = region, Answer = null, Refused = refused };
        var answer = await compare.Execute(region, question, cancel);
        var rows = region.Members.Count > MostOnDistrictMap || !answer.Category.IsGroup
            || question.Period.Unit == PeriodUnit.Month ? [] : await districts.Execute(answer, cancel);
        return new ComparisonView
        {
            Region = region, Answer = answer, Trend = FollowRegion.Execute(region, answer), Districts = rows, Own = own,
            Borders = await BordersOf(region.Members.Select(m => (m.Area, default(int?))), cancel),
            DistrictBorders = rows.Count == 0 ? [] : await BordersOf(
                rows.Select(r => (r.Member.Area, r.Member.Latest?.BoundaryYear)).Distinct(), cancel),
            Periods = [.. ReadRegionalQuestion.Periods(region, answer.Category)],
        };
    }

    private async Task<IReadOnlyList<MunicipalityBoundaries>> BordersOf(
        IEnumerable<(AreaCode Municipality, int? Year)> of, CancellationToken cancel)
    {
        var found = new List<MunicipalityBoundaries>();
        foreach (var (municipality, year) in of)
            if ((year ?? (await areas.Years(municipality, cancel)).Cast<int?>().LastOrDefault()) is { } known
                && await boundaries.Find(municipality, known, cancel) is { } borders)
                found.Add(borders);
        return found;
    }
}
