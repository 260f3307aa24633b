using NodaTime;
using NodaTime.Text;

namespace Twente.Igw.Figures;

/// <summary>Weeks as people read them, in Dutch.</summary>
public static class WeekText
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly LocalDatePattern Full = LocalDatePattern.Create("d MMMM uuuu", Dutch);
    private static readonly LocalDatePattern WithoutYear = LocalDatePattern.Create("d MMMM", Dutch);

    /// <summary><c>week 46 (9 t/m 15 november 2026)</c>.</summary>
    public static string Of(IsoWeek week) => $"week {week.Week} ({Days(week.Monday, week.Sunday)})";

    /// <summary><c>week 45 t/m 48 (3 t/m 30 november 2025)</c>; with years when the weeks lie in two.</summary>
    public static string Of(WeekRange weeks)
    {
        var (first, last) = (weeks.First, weeks.Last);
        if (first == last)
            return Of(first);
        var year = first.Year == last.Year ? "" : $" van {first.Year}";
        return $"week {first.Week}{year} t/m {last.Week} ({Days(first.Monday, last.Sunday)})";
    }

    private static string Days(LocalDate first, LocalDate last)
    {
        var start = (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => first.Day.ToString(Dutch),
            (true, false) => WithoutYear.Format(first),
            _ => Full.Format(first),
        };
        return $"{start} t/m {Full.Format(last)}";
    }
}
