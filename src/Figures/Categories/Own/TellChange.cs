namespace Twente.Igw.Figures;

/// <summary>Says in Dutch what a change made of a class.</summary>
internal static class TellChange
{
    public static IEnumerable<ToldChange> Of(
        CategoryClass? before, CategoryClass now, DateOnly from, Func<CategoryCode, string> titleOf)
    {
        var (name, day, own) = ($"{now.Code} {now.Title}", Day(from), now.Code.Code);
        if (before is null)
        {
            yield return Told($"{name} wordt geteld sinds {day}.", own);
            yield break;
        }
        if (now.EndsOn is not null)
            yield return Told($"{name} wordt niet meer geteld sinds {day}.", own);
        else if (before.EndsOn is not null)
            yield return Told($"{name} wordt weer geteld sinds {day}.", own);
        if (before.Group != now.Group)
            yield return Told(
                $"{name} hoort sinds {day} bij {titleOf(now.Group)} en niet meer bij {titleOf(before.Group)}; alle "
                + "weken zijn zo geteld.", own, before.Group.Code);
        if (before.Origin != now.Origin)
            yield return Told(
                now.Origin == CategoryOrigin.Found
                    ? $"{name} wordt sinds {day} gevonden bij controle (haal) en volgt vooral inzet."
                    : $"{name} wordt sinds {day} door mensen gemeld (breng).", own);
        if (before.Denominator != now.Denominator)
            yield return Told($"{name} wordt sinds {day} gezet tegen {WordOf(now.Denominator)}.", own);
        if (before.Title != now.Title)
            yield return Told($"{now.Code} heet sinds {day} '{now.Title}', eerder '{before.Title}'.");

        ToldChange Told(string text, params string[] touches) => new(new DatedText(from, now.Code, text), touches);
    }

    /// <summary>Sensitivity changes who sees a figure and not what it means.</summary>
    public static DatedText Sensitivity(CategoryClass now, DateOnly from) => new(
        from, now.Code, now.Sensitivity is { } sensitivity
            ? $"{now.Code} {now.Title} is sinds {Day(from)} gevoelig: hooguit per {sensitivity}."
            : $"{now.Code} {now.Title} is sinds {Day(from)} niet meer gevoelig.");

    private static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string WordOf(Denominator denominator) =>
        RateUnit.WordOf(denominator) ?? "niets: geen cijfer per 1.000";
}
