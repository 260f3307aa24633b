using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Takes in a crosswalk from a file, as a draft. All or nothing; the same again changes nothing.</summary>
public sealed class ImportCrosswalk
{
    private readonly AreaRegistry _registry;
    private readonly StoreCrosswalk _store;

    internal ImportCrosswalk(AreaRegistry registry, StoreCrosswalk store) => (_registry, _store) = (registry, store);

    /// <param name="file">Path of the CSV file; see <see cref="CrosswalkFile"/>.</param>
    /// <param name="actor">Who imports it.</param>
    /// <param name="cancel">Stops before anything is changed, or undoes it.</param>
    public async Task<CrosswalkDrafting> Execute(string file, Actor actor, CancellationToken cancel)
    {
        var findings = new AreaFindings();
        if (CrosswalkFile.Read(file, findings) is not { } text)
            return CrosswalkDrafting.Of(findings);
        var from = await CrosswalkAreas.Find(_registry, text.Municipality, text.FromYear, findings, cancel);
        var to = await CrosswalkAreas.Find(_registry, text.Municipality, text.ToYear, findings, cancel);
        if (from is null || to is null)
            return CrosswalkDrafting.Of(findings);
        CheckCrosswalk.Execute(text.Rows, from, to, findings);
        return findings.Any
            ? CrosswalkDrafting.Of(findings)
            : CrosswalkDrafting.Of(await _store.Execute(text, "bestand", actor, cancel), text.Rows);
    }
}

/// <summary>The areas of a year that a crosswalk is about.</summary>
internal static class CrosswalkAreas
{
    public static async Task<MunicipalityAreas?> Find(
        AreaRegistry registry, AreaCode municipality, int year, AreaFindings findings, CancellationToken cancel)
    {
        var areas = await registry.Find(municipality, year, cancel);
        if (areas is null)
            findings.Add($"indeling {year}", municipality, "is niet geladen; lees eerst de gebieden van dat jaar in");
        return areas;
    }
}
