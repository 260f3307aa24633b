using Twente.Igw.Areas;

namespace Twente.Igw.Web.Verbs;

/// <summary>Stadsdelen as a file, as <c>boroughs list --json</c> gives and <c>set --file</c> takes.</summary>
internal sealed record BoroughsFile(int? Indelingsjaar, IReadOnlyList<BoroughInFile> Stadsdelen);

/// <summary>A stadsdeel in such a file; without code it is a new one.</summary>
internal sealed record BoroughInFile(string? Code, string Naam, IReadOnlyList<string> Wijken)
{
    public BoroughRequest On(int boundaryYear, DateOnly from, string reason) => new()
    {
        BoundaryYear = boundaryYear, Code = Code is null ? null : AreaCode.Parse(Code), Name = Naam,
        Districts = [.. Wijken.Select(AreaCode.Parse)], From = from, Reason = reason,
    };
}

/// <summary>Stadsdelen as the verbs write them.</summary>
internal static class BoroughJson
{
    public static object Of(BoroughList list) => new
    {
        indelingsjaar = list.Areas.BoundaryYear,
        stadsdelen = list.Boroughs.Select(
            b => new BoroughInFile(b.Code.Code, b.Name, [.. b.Districts.Select(d => d.Code)])),
        zonderStadsdeel = list.Without.Select(d => d.Code.Code),
    };

    public static object Of(BoroughChange change, BoroughList list) => new
    {
        nummer = change.Number, vanaf = change.From, indelingsjaar = change.BoundaryYear, wat = WordOf(change.Act),
        code = change.Code, naam = change.Name,
        wijken = change.Districts.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        vastgelegd = change.At, door = change.By, reden = change.Reason, maaktOngedaan = change.Undoes,
        ongedaanGemaakt = list.IsUndone(change),
    };

    public static string WordOf(BoroughAct act) => act switch
    {
        BoroughAct.Set => "vastgelegd",
        BoroughAct.Removed => "opgeheven",
        _ => "ongedaan",
    };

    public static string NotLoaded(int? year) =>
        year is null ? "Er zijn nog geen gebieden geladen." : $"De indeling van {year} is niet geladen.";
}
