namespace Twente.Igw.Areas;

/// <summary>The areas of a file that agree with each other, per municipality in order of code.</summary>
internal sealed record CheckedAreas(int Year, IReadOnlyList<CheckedMunicipality> Municipalities);

/// <summary>A municipality with its districts and neighbourhoods, each in order of code.</summary>
internal sealed record CheckedMunicipality(
    AreaRecord Municipality, IReadOnlyList<AreaRecord> Districts, IReadOnlyList<AreaRecord> Neighbourhoods)
{
    public IEnumerable<AreaRecord> All => Districts.Concat(Neighbourhoods).Prepend(Municipality);
}

/// <summary>Judges the three layers together: each code once, each area inside its parent, one year.</summary>
internal static class CheckAreas
{
    /// <summary>The areas, or null when something is wrong, which is then among the findings.</summary>
    public static CheckedAreas? Execute(
        List<AreaRecord> municipalities, List<AreaRecord> districts, List<AreaRecord> neighbourhoods,
        AreaFindings findings)
    {
        var gm = Unique(municipalities, findings);
        var wk = Unique(districts, findings);
        var bu = Unique(neighbourhoods, findings);
        foreach (var area in wk.Values.Concat(bu.Values))
            CheckMunicipality(area, gm, findings);
        foreach (var neighbourhood in bu.Values)
            CheckDistrict(neighbourhood, wk, findings);
        var year = OneYear([.. gm.Values, .. wk.Values, .. bu.Values], findings);
        var together = Together(gm, wk, bu, findings);
        return findings.Any || year is null ? null : new CheckedAreas(year.Value, together);
    }

    /// <summary>
    /// Each code once. CBS gives the open water of a coastal municipality a row of its own under the same code: land
    /// and water are one area, and the row about the land speaks for it.
    /// </summary>
    private static Dictionary<AreaCode, AreaRecord> Unique(List<AreaRecord> records, AreaFindings findings)
    {
        var unique = new Dictionary<AreaCode, AreaRecord>();
        foreach (var same in records.GroupBy(r => r.Code))
        {
            var speakers = same.Any(r => r.IsLand) ? same.Where(r => r.IsLand).ToList() : [.. same];
            if (speakers.Count > 1)
                findings.Add(same.First().Thing, $"{speakers.Count} keer", "elke code mag één keer voorkomen");
            unique.Add(same.Key, speakers[0]);
        }
        return unique;
    }

    private static void CheckMunicipality(
        AreaRecord area, Dictionary<AreaCode, AreaRecord> municipalities, AreaFindings findings)
    {
        var expected = area.Code.Municipality;
        if (area.Municipality as string != expected.Code)
            findings.Add($"gemeentecode van {area.Thing}", area.Municipality, $"moet volgens de code {expected} zijn");
        else if (!municipalities.ContainsKey(expected))
            findings.Add($"gemeentecode van {area.Thing}", expected, "deze gemeente staat niet in laag gemeenten");
    }

    private static void CheckDistrict(
        AreaRecord area, Dictionary<AreaCode, AreaRecord> districts, AreaFindings findings)
    {
        var expected = area.Code.District;
        if (area.District is { } stated && stated as string != expected.Code)
            findings.Add($"wijkcode van {area.Thing}", stated, $"moet volgens de code {expected} zijn");
        else if (!districts.ContainsKey(expected))
            findings.Add($"wijkcode van {area.Thing}", expected, "deze wijk staat niet in laag wijken");
    }

    private static int? OneYear(List<AreaRecord> all, AreaFindings findings)
    {
        var years = all.Select(a => a.Year).OfType<int>().Distinct().Order().ToList();
        if (years is [var year])
            return year;
        if (years.Count > 1)
            findings.Add("jaar van het bestand", string.Join(", ", years), "een bestand gaat over één jaar");
        else
            findings.Add("bestand", "0 gebieden", "er moet ten minste één gemeente in staan");
        return null;
    }

    private static List<CheckedMunicipality> Together(
        Dictionary<AreaCode, AreaRecord> municipalities, Dictionary<AreaCode, AreaRecord> districts,
        Dictionary<AreaCode, AreaRecord> neighbourhoods, AreaFindings findings)
    {
        var wk = ByMunicipality(districts);
        var bu = ByMunicipality(neighbourhoods);
        var together = new List<CheckedMunicipality>();
        foreach (var municipality in municipalities.Values.OrderBy(m => m.Code.Code, StringComparer.Ordinal))
        {
            if (bu.Contains(municipality.Code))
                together.Add(new(municipality, [.. wk[municipality.Code]], [.. bu[municipality.Code]]));
            // Open sea and foreign ground may have a municipality's row without any neighbourhood.
            else if (municipality.IsLand)
                findings.Add(municipality.Thing, "0 buurten", "een gemeente heeft ten minste één buurt");
        }
        return together;
    }

    private static ILookup<AreaCode, AreaRecord> ByMunicipality(Dictionary<AreaCode, AreaRecord> areas) =>
        areas.Values.OrderBy(a => a.Code.Code, StringComparer.Ordinal).ToLookup(a => a.Code.Municipality);
}
