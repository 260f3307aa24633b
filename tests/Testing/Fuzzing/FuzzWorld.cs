using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Testing;

/// <summary>The small world fuzzed files are about: two gemeenten, three weeks, a few codes.</summary>
internal static class FuzzWorld
{
    public static readonly string[] Weeks = ["2025-W05", "2025-W06", "2025-W07"];
    public static readonly string[] Categories = ["1.1.1", "2.6.10", "E33", "JEUGD"];
    public static readonly string[] Offences = ["1.1.1", "2.6.10"];
    public static readonly string[] Dayparts = ["", "nacht", "ochtend", "middag", "avond"];

    /// <summary>Neighbourhoods by boundary year of each gemeente.</summary>
    public static readonly Dictionary<string, Dictionary<int, string[]>> Areas = new(StringComparer.Ordinal)
    {
        ["GM0153"] = new() { [2021] = ["BU01530000", "BU01530001", "BU0153010A"], [2025] = ["BU01530000"] },
        ["GM0164"] = new() { [2021] = ["BU01640000", "BU01640001"] },
    };

    public static readonly WeekRange Range = new(IsoWeek.Parse(Weeks[0]), IsoWeek.Parse(Weeks[^1]));

    public static CheckAgainst Known(string municipality) => new(
        AreaCode.Parse(municipality),
        Areas[municipality].ToDictionary(y => y.Key, y => AreasOf(municipality, y.Key, y.Value)),
        Categories.Select(CategoryCode.Parse).ToHashSet());

    public static string HeaderOf(string contract) => TableSchema.Of(contract).Header;

    /// <summary>A right file of a contract.</summary>
    public static string RightFile(string contract, Random random)
    {
        var rows = Enumerable.Range(0, random.Next(0, 12))
            .Select(at => contract == ContractName.PolitieOpenData ? Published(at, random) : Weekly(contract, random))
            .DistinctBy(row => contract == ContractName.PolitieOpenData
                ? row[(row.IndexOf(';') + 1)..row.LastIndexOf(';')]
                : row[..row.LastIndexOf(';')], StringComparer.Ordinal);
        var end = random.Next(4) == 0 ? "\r\n" : "\n";
        return string.Concat(rows.Prepend(HeaderOf(contract)).Select(row => row + end));
    }

    private static string Weekly(string contract, Random random)
    {
        var municipality = contract == ContractName.PolitieWeekDistrict && random.Next(2) == 0 ? "GM0164" : "GM0153";
        var area = random.Next(4) == 0 ? municipality : Pick(Areas[municipality][2021], random);
        var weekday = random.Next(8);
        return string.Create(CultureInfo.InvariantCulture, $"{Pick(Weeks, random)};2021;{area};")
            + $"{Pick(Categories, random)}{(random.Next(3) == 0 ? " " : "")};{(weekday == 0 ? "" : weekday)};"
            + $"{Pick(Dayparts, random)};{random.Next(random.Next(3) == 0 ? 10_000 : 3)}";
    }

    private static string Published(int at, Random random)
    {
        var area = Pick(["GM0153    ", "BU01530001", "WK015300  ", "GM0164    ", "NL01      ", "RE05"], random);
        var period = Pick(["2023MM01", "2023MM12", "2023JJ00"], random);
        var count = Pick(["", ".", "0", "12", "       7", "9999999"], random);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{at};\"{Pick(["1.1.1 ", "2.6.10", "0.0.0 "], random)}\";\"{area}\";\"{period}\";{count}");
    }

    public static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];

    private static MunicipalityAreas AreasOf(string municipality, int year, string[] neighbourhoods)
    {
        var code = AreaCode.Parse(municipality);
        var areas = neighbourhoods.Select(AreaCode.Parse).ToList();
        return new MunicipalityAreas(
            year, new Area(code, "Gemeente", null, null, null),
            areas.Select(a => a.District).Distinct().Select(d => new Area(d, "Wijk", code, null, null)),
            areas.Select(a => new Area(a, $"Wooldrik-Zuid, dépôt {a.Code[^2..]}", a.District, null, null)));
    }
}
