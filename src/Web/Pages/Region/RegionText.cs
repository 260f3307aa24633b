using Twente.Igw.Regional;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>The words of the region's pages.</summary>
internal static class RegionText
{
    /// <summary>What every published figure says of itself.</summary>
    public const string Protected = "Met ruis beschermd, wijkt hooguit 3 af.";

    public static string Of(RowState state) => state switch
    {
        RowState.Shown => "",
        RowState.NoAgreement => "geen afspraak",
        RowState.LeftOut => "laat dit weg",
        RowState.NotDelivered => "niet geleverd",
        RowState.NotApproved => "nog niet vrijgegeven",
        RowState.NotYet => "nog niet aan de orde",
        _ => "afgeschermd",
    };

    public static string Of(MonthStage stage) => stage switch
    {
        MonthStage.NoAgreement => "geen afspraak",
        MonthStage.NotAsked => "–",
        MonthStage.Awaited => "wacht op levering",
        MonthStage.ToApprove => "wacht op vrijgeven",
        MonthStage.Approved => "vrijgegeven",
        MonthStage.NotDelivered => "niet geleverd",
        MonthStage.NotApproved => "nog niet vrijgegeven",
        _ => "gepubliceerd",
    };

    /// <summary>Whether somebody has to do something about it.</summary>
    public static bool IsLate(MonthStage stage) => stage is MonthStage.NotDelivered or MonthStage.NotApproved;

    /// <summary>The form of its badge; what it means is said in words as well.</summary>
    public static string BadgeOf(MonthStage stage) => stage switch
    {
        MonthStage.Published or MonthStage.Approved => "badge accepted",
        _ when IsLate(stage) => "badge held",
        _ => "badge",
    };

    /// <summary><c>per 1.000 inwoners in maart 2025</c>.</summary>
    public static string UnitOf(RegionalAnswer answer) => answer.Category.Denominator switch
    {
        RegionalDenominator.Inhabitants => $"per 1.000 inwoners in {answer.Question.Period.Text()}",
        RegionalDenominator.Households => $"per 1.000 huishoudens in {answer.Question.Period.Text()}",
        _ => $"aantal in {answer.Question.Period.Text()}",
    };

    public static string Count(RegionalRow row) =>
        row.Count is { } count ? Dutch.Count(count) : row.State == RowState.Withheld ? "x" : ".";

    public static string Rate(double? rate) => rate is { } known ? Dutch.Rate(known) : ".";

    public static string Margin(Analysis.Interval? interval) =>
        interval is { } known ? $"{Dutch.Rate(known.Lower)} – {Dutch.Rate(known.Upper)}" : "";

    /// <summary>The sentence above the figures: who they are of, and who is missing.</summary>
    public static string Lead(RegionalAnswer answer)
    {
        var (shown, all) = (answer.Total?.Names.Count ?? 0, answer.Rows.Count);
        if (answer.Total is not { } total)
            return $"Geen van de {all} gemeenten heeft {answer.Category.Title.ToLower(Dutch.Culture)} over "
                + $"{answer.Question.Period.Text()} vrijgegeven.";
        var together = total.Per1000 is { } rate
            ? $"{Dutch.Count(total.Count)} samen, {Dutch.Rate(rate)} {UnitOf(answer)}"
            : $"{Dutch.Count(total.Count)} samen in {answer.Question.Period.Text()}";
        return shown == all
            ? $"Alle {all} gemeenten gaven dit vrij: {together}."
            : $"{shown} van de {all} gemeenten gaven dit vrij: {together}.";
    }
}
