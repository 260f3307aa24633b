namespace Twente.Igw.Regional;

/// <summary>The Dutch words of the region, in addresses and on screens.</summary>
public static class RegionalWords
{
    public static string Of(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Month => "maand",
        PeriodUnit.Quarter => "kwartaal",
        _ => "jaar",
    };

    public static IEnumerable<string> Of(RegionalUnits units) =>
        Enum.GetValues<PeriodUnit>().Where(u => units.Holds(u)).Select(Of);

    public static IEnumerable<string> Of(RegionalLevels levels)
    {
        if (levels.HasFlag(RegionalLevels.Municipality))
            yield return "gemeente";
        if (levels.HasFlag(RegionalLevels.District))
            yield return "wijk";
    }

    /// <summary>Reads <c>maand</c>, <c>kwartaal</c> or <c>jaar</c>.</summary>
    public static PeriodUnit? UnitOf(string? word) =>
        Enum.GetValues<PeriodUnit>().Where(u => Of(u) == word).Select(u => (PeriodUnit?)u).FirstOrDefault();

    public static bool Holds(this RegionalUnits units, PeriodUnit unit) => units.HasFlag(Flag(unit));

    public static RegionalUnits Flag(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Month => RegionalUnits.Month,
        PeriodUnit.Quarter => RegionalUnits.Quarter,
        _ => RegionalUnits.Year,
    };

    /// <summary><c>maart 2025</c>, <c>eerste kwartaal van 2025</c>, <c>2025</c>.</summary>
    public static string Text(this ReportingPeriod period) => period.Unit switch
    {
        PeriodUnit.Month => period.FirstDay.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL")),
        PeriodUnit.Quarter => $"{Ordinals[period.Number - 1]} kwartaal van {period.Year}",
        _ => period.ToString(),
    };

    private static readonly string[] Ordinals = ["eerste", "tweede", "derde", "vierde"];
}
