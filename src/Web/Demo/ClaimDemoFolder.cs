using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Demo;

/// <summary>Makes sure that a demo never gets into a folder with anything real in it.</summary>
internal static class ClaimDemoFolder
{
    /// <summary>Marks an empty folder as a demo, or recognises the one that is there; changes nothing else.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="last">The last week that is complete today; a demo that is there keeps its own.</param>
    public static Outcome Execute(DataFolder data, IsoWeek last)
    {
        if (DemoMark.Read(data) is { } there)
            return there.IsOfThisVersion
                ? new Outcome.Claimed(there)
                : new Outcome.Refused(
                    $"De demo in {data.Root} is gemaakt met een andere versie van dit programma. "
                    + "Verwijder die map of kies een andere met --data; er is niets veranderd.");
        if (Directory.EnumerateFileSystemEntries(data.Root).Any())
            return new Outcome.Refused(
                $"De map {data.Root} is geen demo en is niet leeg. Een demo komt nooit tussen echte gegevens: "
                + "kies met --data een andere map; er is niets veranderd.");
        var mark = new DemoMark(DemoMark.PresentVersion, Story.UsualSeed, last.ToString());
        mark.Write(data);
        return new Outcome.Claimed(mark);
    }

    /// <summary>Why the demo may not go on in a folder with these tenants; null when all are its own.</summary>
    public static Outcome.Refused? Foreign(DataFolder data, IEnumerable<Tenant> tenants)
    {
        var own = Region.Municipalities.ToDictionary(g => g.Code, g => g.Slug);
        string[] foreign = [.. tenants.Where(t => own.GetValueOrDefault(t.Id.Code) != t.Slug.Label)
            .Select(t => $"{t.Id} {t.Name}")];
        return foreign.Length == 0
            ? null
            : new Outcome.Refused(
                $"In {data.Root} staan gemeenten die niet bij de demo horen: {string.Join(", ", foreign)}. "
                + "Kies met --data een andere map; er is niets veranderd.");
    }

    public abstract record Outcome
    {
        public sealed record Claimed(DemoMark Mark) : Outcome;

        /// <param name="Sentence">Why not, in Dutch.</param>
        public sealed record Refused(string Sentence) : Outcome;
    }
}
