using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>What a delivery changed, in words.</summary>
internal static class RevisionWords
{
    /// <summary>What changed in weeks that were known, in one sentence.</summary>
    public static string Finding(RevisionAnswer answer)
    {
        var known = answer.Weeks.Count(w => !w.IsNew);
        if (known == 0)
            return $"{NewWeeks(answer)}; er was niets om te herzien";
        var (offences, incidents) = Totals(answer);
        var weeks = Dutch.Plural(known, "eerdere week", "eerdere weken");
        return offences.Difference == 0 && incidents.Difference == 0
            ? $"Het totaal van {weeks} bleef gelijk"
            : $"In {weeks} {Step(offences, "misdrijf", "misdrijven")} en "
                + Step(incidents, "melding van overlast", "meldingen van overlast");
    }

    /// <summary><c>1 nieuwe week met 264 registraties</c>; the two trees are told apart.</summary>
    public static string NewWeeks(RevisionAnswer answer)
    {
        var (offences, incidents) = Totals(answer);
        var count = answer.Weeks.Count(w => w.IsNew);
        return count == 0
            ? "Geen nieuwe weken"
            : $"{Dutch.Plural(count, "nieuwe week", "nieuwe weken")} met "
                + $"{Dutch.Plural(offences.New, "misdrijf", "misdrijven")} en "
                + $"{Dutch.Plural(incidents.New, "melding", "meldingen")} van overlast";
    }

    /// <summary><c>+3</c>, <c>−2</c>, <c>0</c>.</summary>
    public static string Signed(int difference) => difference.ToString("+#,0;−#,0;0", Dutch.Culture);

    public static (Revised Offences, Revised Incidents) Totals(RevisionAnswer answer) => (
        answer.Weeks.Aggregate(default(Revised), (sum, w) => sum + w.Offences),
        answer.Weeks.Aggregate(default(Revised), (sum, w) => sum + w.Incidents));

    private static string Step(Revised revised, string one, string more) => revised.Difference switch
    {
        0 => $"evenveel {more}",
        > 0 => $"{Dutch.Plural(revised.Difference, one, more)} erbij",
        _ => $"{Dutch.Plural(-revised.Difference, one, more)} eraf",
    };
}
