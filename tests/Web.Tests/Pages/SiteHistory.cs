using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>
/// Weeks that could have been: every count follows from week, place and kind, so each run sees the same.
/// </summary>
internal static class SiteHistory
{
    /// <summary>The last week of the history; tests deliver after it.</summary>
    public const string Last = "2025-W44";

    private static readonly string[] Kinds = ["1.1.1", "1.2.3", "1.4.4", "2.2.1", "2.7.2", "3.1.1", "3.5.2", "E33"];
    private static readonly string[] Dayparts = ["nacht", "ochtend", "middag", "avond", ""];

    /// <summary>One backfill file per year: three to compare with and the year that is shown.</summary>
    public static IReadOnlyList<WeekFile> Of(InventedMunicipality municipality) =>
    [
        File(municipality, "2022-W01", "2022-W52"), File(municipality, "2023-W01", "2023-W52"),
        File(municipality, "2024-W01", "2024-W52"), File(municipality, "2025-W01", Last),
    ];

    public static WeekFile File(InventedMunicipality municipality, string first, string last)
    {
        var weeks = new WeekRange(IsoWeek.Parse(first), IsoWeek.Parse(last));
        return new WeekFile
        {
            Municipality = municipality.Code, First = weeks.First, Last = weeks.Last,
            Rows = [.. weeks.Weeks().SelectMany(week => Rows(municipality, week))],
        };
    }

    /// <summary>The same row on the division of 2025; what merged there comes from the one split off.</summary>
    public static string OnChangedDivision(string row) =>
        row.Replace(";2021;", ";2025;", StringComparison.Ordinal).Replace("0002;", "0003;", StringComparison.Ordinal)
            .Replace("0001;", "0103;", StringComparison.Ordinal);

    private static IEnumerable<string> Rows(InventedMunicipality municipality, IsoWeek week)
    {
        foreach (var (kind, k) in Kinds.Select((kind, k) => (kind, k)))
        {
            foreach (var (place, p) in Places(municipality).Select((place, p) => (place, p)))
            {
                var count = CountOf(week, k, p);
                var (day, part) = ((week.Number + p + (3 * k)) % 8, Dayparts[(week.Number + (2 * p) + k) % 5]);
                if (count > 0)
                    yield return $"{week};2021;{place};{kind};{(day == 0 ? "" : day)};{part};{count}";
            }
        }
    }

    /// <summary>Every neighbourhood, and the gemeente for what has no known place.</summary>
    private static IEnumerable<string> Places(InventedMunicipality municipality) =>
        Enumerable.Range(0, municipality.Districts * municipality.PerDistrict)
            .Select(n => municipality.Neighbourhood(n / municipality.PerDistrict, n % municipality.PerDistrict))
            .Append(municipality.Code);

    /// <summary>More in the first neighbourhood, and burglaries there rise in the last weeks.</summary>
    private static int CountOf(IsoWeek week, int kind, int place)
    {
        var usual = ((week.Number * 7) + (kind * 5) + (place * 3)) % 4;
        var rising = place == 0 && kind == 0 && week >= IsoWeek.Parse("2025-W40") ? 9 : 0;
        return usual + (place == 0 ? 2 : 0) + rising;
    }
}
