using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// The sentences above figures: what there is to see, in plain words and never more than the figures say.
/// </summary>
internal static class Findings
{
    private static readonly string[] Days =
        ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    public static string OfAreas(Category category, Measure measure, IReadOnlyList<ShadedArea> areas, string plural)
    {
        if (category.Origin == CategoryOrigin.Found)
            return $"{category.Title} naar {plural}: volgt vooral inzet";
        var first = areas.FirstOrDefault(a => a is { Mark: AreaMark.None, Amount: > 0 });
        if (first is null)
            return $"{category.Title}: te weinig om {plural} naast elkaar te zetten";
        return measure switch
        {
            Measure.Per1000 => $"{category.Title} naar inwoners het vaakst in {first.Name}",
            Measure.Count when areas.Count(a => a.Amount == first.Amount) is > 1 and var same =>
                $"De meeste {Lower(category)} in {Some(same, plural)}: {first.Value.TrimEnd(' ', '*')} in elk",
            Measure.Count => $"De meeste {Lower(category)} in {first.Name}",
            _ => OfDifferences(category, areas, plural),
        };
    }

    public static string OfList(Category category, IReadOnlyList<ShadedArea> areas, string plural)
    {
        if (category.Origin == CategoryOrigin.Found)
            return $"Alle {plural} op naam";
        var (higher, lower) = (areas.Count(a => a.Verdict == "hoger"), areas.Count(a => a.Verdict == "lager"));
        return (higher, lower) switch
        {
            (0, 0) => $"Geen {plural} wijken duidelijk af van eerder",
            (_, 0) => $"{Some(higher, plural)} hoger dan eerder, geen lager",
            (0, _) => $"{Some(lower, plural)} lager dan eerder, geen hoger",
            _ => $"{Some(higher, plural)} hoger dan eerder, {Some(lower, plural)} lager",
        };
    }

    public static string OfSeries(Category category, FigureRow row, int weeks)
    {
        var start = $"{category.Title}: {CountText.InSentence(row.Shown)} in {weeks} weken";
        return row.Compared is { } compared ? $"{start}, {compared.Verdict}" : start;
    }

    public static string OfMoments(Category category, MomentsAnswer moments)
    {
        var cells = moments.Rows.Take(Days.Length)
            .SelectMany((row, day) => Enumerable.Range(0, 4).Select(part => (row.Shown(part).Amount, day, part)))
            .OrderByDescending(c => c.Amount ?? -1).ToList();
        var most = cells[0];
        // A class that several cells share points at none of them.
        return moments.Total is > 56 && most.Amount > 0 && most.Amount > cells[1].Amount
            ? $"{category.Title} het vaakst op {Days[most.day]}, {moments.Dayparts[most.part]}"
            : $"{category.Title}: te weinig om een dag of dagdeel aan te wijzen";
    }

    /// <summary>The one sentence above the page: which themes differ from before.</summary>
    public static string Lead(
        string municipality, WeekRange window, IReadOnlyList<(Category Category, FigureRow Row)> themes)
    {
        var period = WeekText.Of(window);
        var moved = themes.Where(t => t.Row.Compared?.Verdict is "hoger" or "lager")
            .Select(t => $"{Lower(t.Category)} {t.Row.Compared!.Verdict}").ToList();
        return moved.Count == 0
            ? $"In {municipality} wijkt in {period} geen van de thema’s duidelijk af van eerder."
            : $"In {municipality} is in {period} {Listed(moved)} dan eerder. "
                + "De andere thema’s wijken niet duidelijk af.";
    }

    private static string OfDifferences(Category category, IReadOnlyList<ShadedArea> areas, string plural)
    {
        var clear = areas.Count(a => a.Verdict is "hoger" or "lager");
        return clear == 0
            ? $"{category.Title}: nergens een duidelijk verschil met eerder"
            : $"{category.Title}: in {Some(clear, plural)} een duidelijk verschil met eerder";
    }

    private static string Some(int count, string plural) =>
        count == 1 ? $"1 {LevelWords.One(plural)}" : $"{Dutch.Count(count)} {plural}";

    private static string Lower(Category category) =>
        char.ToLower(category.Title[0], Dutch.Culture) + category.Title[1..];

    private static string Listed(List<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} en {words[^1]}";
}
