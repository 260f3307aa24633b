using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// Registered incidents of the invented town: keys are unique and sorted, as suppliers send them, 99 in 100 rows count
/// a single incident, and four in ten are property crimes.
/// </summary>
internal sealed record InventedFile(WeekRange Weeks, IReadOnlyList<Fact> Facts)
{
    private const int Moments = 8 * 5;

    private static readonly string[] Dayparts = ["", "nacht", "ochtend", "middag", "avond"];
    private static readonly CategoryCode[] Classes = [.. DefaultCategories.Tree.Classes.Select(c => c.Code)];

    /// <param name="weeks">The weeks, all about equally busy.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="seed">The same seed makes the same rows.</param>
    public static InventedFile Of(WeekRange weeks, int rows, int seed)
    {
        var random = new Random(seed);
        var keys = new HashSet<long>(rows);
        while (keys.Count < rows)
            keys.Add(DrawKey(random, weeks.Length));
        IsoWeek[] all = [.. weeks.Weeks()];
        return new InventedFile(weeks, [.. keys.Order().Select(key => Read(key, all, random.Next(100) == 0 ? 2 : 1))]);
    }

    /// <summary>As the supplier writes it.</summary>
    public WeekFile Written()
    {
        var names = Weeks.Weeks().ToDictionary(w => w, w => w.ToString());
        return new WeekFile
        {
            First = Weeks.First, Last = Weeks.Last, Rows = [.. Facts.Select(f => Write(f, names[f.Week]))],
        };
    }

    private static long DrawKey(Random random, int weeks)
    {
        // Squared: the classes at the head of the table, burglary and theft, are the frequent ones.
        var category = (int)(Classes.Length * Math.Pow(random.NextDouble(), 2));
        var place = random.NextInt64(weeks * (long)InventedTown.Areas.Count);
        return (place * Classes.Length + category) * Moments + random.Next(Moments);
    }

    private static Fact Read(long key, IsoWeek[] weeks, int count)
    {
        (key, var moment) = Math.DivRem(key, Moments);
        (key, var category) = Math.DivRem(key, Classes.Length);
        var (week, area) = Math.DivRem(key, InventedTown.Areas.Count);
        return new Fact(
            weeks[week], InventedTown.BoundaryYear, InventedTown.Areas[(int)area], Classes[category],
            (int)(moment / Dayparts.Length), (Daypart)(moment % Dayparts.Length), count);
    }

    private static string Write(Fact fact, string week)
    {
        var weekday = fact.Weekday == 0 ? "" : fact.Weekday.ToString(CultureInfo.InvariantCulture);
        var daypart = Dayparts[(int)fact.Daypart];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{week};{fact.BoundaryYear};{fact.Area};{fact.Category};{weekday};{daypart};{fact.Count}");
    }
}
