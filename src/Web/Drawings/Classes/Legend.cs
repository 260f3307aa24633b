namespace Twente.Igw.Web.Drawings;

/// <summary>The legend of classes: five colours, under each its bounds and how many areas are in it.</summary>
internal static class Legend
{
    public static Html Of(ClassScale scale, IReadOnlyList<ShadedArea> areas, string plural)
    {
        var steps = Enumerable.Range(1, ClassScale.Classes)
            .Select(c => Step(scale, c, areas.Count(a => a.Class == c), plural));
        return Html.Of($"""<div class="legend"><ol class="legend-classes">{steps}</ol>{Marks(areas)}</div>""");
    }

    /// <summary>Without counts, for a drawing that is not about areas.</summary>
    public static Html Of(ClassScale scale, string against)
    {
        var steps = scale.Labels.Select((label, i) => Html.Of(
            $"""<li><span class="swatch {scale.CssOf(i + 1)}"></span>{label}</li>"""));
        return Html.Of(
            $"""
            <div class="legend"><p class="legend-against">{against}</p><ol class="legend-classes">{steps}</ol></div>
            """);
    }

    private static Html Step(ClassScale scale, int @class, int count, string plural) => Html.Of(
        $"""
        <li><span class="swatch {scale.CssOf(@class)}"></span>{scale.Labels[@class - 1]}
        <span class="legend-count">{count}<span class="visually-hidden"> {plural}</span></span></li>
        """);

    private static Html Marks(IReadOnlyList<ShadedArea> areas)
    {
        var tooLittle = areas.Count(a => a.Mark == AreaMark.TooLittle);
        var shielded = areas.Count(a => a.Mark == AreaMark.Shielded);
        var notReleased = areas.Count(a => a.Mark == AreaMark.NotReleased);
        return tooLittle + shielded + notReleased == 0
            ? Html.Nothing
            : Html.Of(
                $"""
                <ul class="legend-marks">{Mark("hatched", "te weinig gegevens", tooLittle)}
                {Mark("shielded", "afgeschermd", shielded)}
                {Mark("unreleased", "niet vrijgegeven", notReleased)}</ul>
                """);
    }

    private static Html Mark(string css, string word, int count) => count == 0
        ? Html.Nothing
        : Html.Of($"""<li><span class="swatch {css}"></span>{word}<span class="legend-count">{count}</span></li>""");
}
