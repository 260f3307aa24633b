using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>A small gemeente and files for it.</summary>
internal static class SampleFile
{
    public const string Header = "week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal";

    public const string Row = "2025-W05;2021;BU01530000;1.1.1;1;nacht;1";

    public static readonly PolitieWeekFileName Name = PolitieWeekFileName.Of(
        AreaCode.Parse("GM0153"), new WeekRange(IsoWeek.Parse("2025-W05"), IsoWeek.Parse("2025-W07")));

    public static readonly string[] Neighbourhoods = ["BU01530000", "BU01530001", "BU0153010A"];

    public static readonly string[] Categories = ["1.1.1", "2.6.10", "E33", "JEUGD"];

    /// <summary>2021 has all neighbourhoods, 2025 only the first.</summary>
    public static readonly CheckAgainst Known = KnownOf(
        "GM0153", Categories, (2021, Neighbourhoods), (2025, Neighbourhoods[..1]));

    public static CheckAgainst KnownOf(
        string municipality, IEnumerable<string> categories, params (int Year, string[] Neighbourhoods)[] years) => new(
        AreaCode.Parse(municipality),
        years.ToDictionary(y => y.Year, y => AreasOf(municipality, y.Year, y.Neighbourhoods)),
        categories.Select(CategoryCode.Parse).ToHashSet());

    public static CheckedWeeks CheckRows(params string[] rows) => Check(string.Join('\n', [Header, .. rows]) + "\n");

    public static CheckedWeeks Check(string text) => Check(Encoding.UTF8.GetBytes(text));

    public static CheckedWeeks Check(ReadOnlyMemory<byte> file) => Check(file, Name, Known);

    public static CheckedWeeks Check(ReadOnlyMemory<byte> file, PolitieWeekFileName name, CheckAgainst known) =>
        PolitieWeekCheck.Check(file, name, known, TestContext.Current.CancellationToken);

    public static Finding OnlyFinding(this CheckedWeeks file)
    {
        Assert.True(file.IsRefused);
        Assert.Equal(1, file.Findings.Count);
        return Assert.Single(file.Findings.Kept);
    }

    /// <summary>A right file with these facts, in the form of the contract.</summary>
    public static string Print(IEnumerable<Fact> facts) =>
        string.Concat(facts.Select(Print).Prepend(Header + "\n"));

    private static string Print(Fact f)
    {
        var weekday = f.Weekday == 0 ? "" : f.Weekday.ToString(CultureInfo.InvariantCulture);
        var daypart = new[] { "", "nacht", "ochtend", "middag", "avond" }[(int)f.Daypart];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{f.Week};{f.BoundaryYear};{f.Area};{f.Category};{weekday};{daypart};{f.Count}\n");
    }

    private static MunicipalityAreas AreasOf(string municipality, int year, string[] neighbourhoods)
    {
        var code = AreaCode.Parse(municipality);
        var areas = neighbourhoods.Select(AreaCode.Parse).ToList();
        return new(
            year, new Area(code, "Gemeente", null, null, null),
            areas.Select(a => a.District).Distinct().Select(d => new Area(d, "Wijk", code, null, null)),
            areas.Select(a => new Area(a, "Buurt", a.District, null, null)));
    }
}
