namespace Twente.Igw.Web.Demo;

/// <summary>Spreads a gemeente's inhabitants over its neighbourhoods as unevenly as in Twente.</summary>
internal static class Populate
{
    /// <summary>CBS rounds so below the gemeente.</summary>
    private const int Rounding = 5;

    /// <summary>Inhabitants of each neighbourhood; together about those of the gemeente, as with CBS.</summary>
    public static int[] Inhabitants(Municipality municipality, IReadOnlyList<Setting> settings, Dice dice)
    {
        double[] weights = [.. settings.Select(s => Weight(s, dice))];
        var left = municipality.Inhabitants - weights.Where((_, i) => IsFixed(settings[i])).Sum();
        var scale = left / weights.Where((_, i) => !IsFixed(settings[i])).Sum();
        return [.. weights.Select((w, i) => Rounded(IsFixed(settings[i]) ? w : w * scale))];
    }

    public static int Households(Municipality municipality, Setting setting, int inhabitants, Dice dice)
    {
        var size = (municipality.IsCity ? 2.05 : 2.4) - (setting == Setting.Centre ? 0.4 : 0);
        return Rounded(inhabitants / (size * dice.Between(0.93, 1.07)));
    }

    /// <summary>Outside towns a neighbourhood is as small everywhere; towns take up what is left.</summary>
    private static bool IsFixed(Setting setting) => setting is Setting.Industrial or Setting.Rural;

    private static double Weight(Setting setting, Dice dice) => setting switch
    {
        Setting.Industrial => dice.Chance(0.3) ? 0 : dice.Between(0, 90),
        Setting.Rural => 330 * Skewed(0.75, dice),
        Setting.Centre => 1.2 * Skewed(0.35, dice),
        _ => Skewed(0.70, dice),
    };

    /// <summary>Lognormal without its longest tail: no neighbourhood holds a tenth of a city.</summary>
    private static double Skewed(double spread, Dice dice) => Math.Exp(spread * Math.Clamp(dice.Normal(), -2, 1.6));

    private static int Rounded(double count) => (int)Math.Round(count / Rounding) * Rounding;
}
