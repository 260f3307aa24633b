using System.Text;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>Writes a file of contract <c>politie-week</c>: what was registered by the end of its last week.</summary>
internal static class WriteDelivery
{
    private const string Header = "week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal";
    private static readonly string[] Dayparts = ["", "nacht", "ochtend", "middag", "avond"];

    /// <summary>The file's bytes, the same for the same story and weeks.</summary>
    public static byte[] Execute(TellWeeks tell, WeekRange weeks)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var week in weeks.Weeks())
        {
            var known = tell.Of(week).Where(h => week.Plus(h.KnownAfter) <= weeks.Last);
            var rows = known.GroupBy(h => h with { KnownAfter = 0 })
                .OrderBy(r => r.Key.Area, StringComparer.Ordinal).ThenBy(r => r.Key.Category, StringComparer.Ordinal)
                .ThenBy(r => r.Key.Weekday).ThenBy(r => r.Key.Daypart);
            foreach (var row in rows)
                Append(text, week, row.Key, row.Count());
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, IsoWeek week, Happening row, int count)
    {
        var weekday = row.Weekday == 0 ? "" : row.Weekday.ToString(CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"{week};{Region.BoundaryYear};{row.Area};{row.Category};")
            .Append(CultureInfo.InvariantCulture, $"{weekday};{Dayparts[(int)row.Daypart]};{count}\n");
    }
}
