using Twente.Igw.Figures;

namespace Twente.Igw.Web.Pages;

/// <summary>The Dutch words for a change of categories, on the page and the command line.</summary>
internal static class CategoryChangeWords
{
    public static string Did(CategoryChange change) => change switch
    {
        { Act: CategoryAct.Undone } => $"wijziging {change.Undoes} ongedaan gemaakt",
        { Subject: CategorySubject.Group } => $"groep {change.Code} heet {change.Title}",
        { Subject: CategorySubject.Break } =>
            $"trendbreuk in {(change.Code.Length == 0 ? "alles" : change.Code)}: {change.Title}",
        { Subject: CategorySubject.Sensitivity } =>
            $"{change.Code} {change.Title} {change.Sensitivity?.ToString() ?? "niet meer gevoelig"}",
        { Act: CategoryAct.Ended } => $"{change.Code} {change.Title} beëindigd",
        { Act: CategoryAct.Removed } => $"{change.Code} {change.Title} verwijderd",
        { Act: CategoryAct.Added } => $"{change.Code} {change.Title} toegevoegd aan {change.Group}",
        _ => $"{change.Code} {change.Title} in {change.Group}, {Api.CategoryWords.OriginOf(change.Origin)}, per 1.000 "
            + (Api.CategoryWords.DenominatorOf(change.Denominator) ?? "geen"),
    };
}
