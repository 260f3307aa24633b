namespace Twente.Igw.Regional;

/// <summary>What somebody wants to compare between gemeenten.</summary>
public sealed record RegionalQuestion
{
    /// <summary>Code of a category of the model agreement.</summary>
    public required string Category { get; init; }

    public required ReportingPeriod Period { get; init; }

    public required RegionalOrder Order { get; init; }
}

/// <summary>In which order gemeenten stand; never by who has most.</summary>
public enum RegionalOrder
{
    Name,

    /// <summary>From who has most inhabitants to who has least.</summary>
    Inhabitants,
}

/// <summary>Why a question is not answered: a stable code and a Dutch sentence.</summary>
public sealed record RegionalRefusal(string Code, string Sentence);

/// <summary>Reads a question out of the words of an address.</summary>
public static class ReadRegionalQuestion
{
    /// <param name="region">What there is to ask about.</param>
    /// <param name="category">A code; null for the first.</param>
    /// <param name="period">As <see cref="ReportingPeriod.Parse"/> reads it; null for the newest year or month.</param>
    /// <param name="order"><c>naam</c> or <c>inwoners</c>; null for the name.</param>
    /// <returns>The question, or why there is none.</returns>
    public static (RegionalQuestion? Question, RegionalRefusal? Refused) Of(
        Region region, string? category, string? period, string? order)
    {
        if (region.Model is not { } model)
            return (null, new RegionalRefusal(
                "region.no-agreement",
                "De gemeenten hebben nog geen modelafspraak; zonder afspraak is er niets regionaal."));
        var found = category is null or "" ? model.Categories[0] : model.Find(category);
        if (found is null)
            return (null, new RegionalRefusal(
                "region.unknown-category",
                $"Categorie '{category}' staat niet in de modelafspraak. Kies een categorie uit de lijst."));
        if (period is not (null or "") && !ReportingPeriod.TryParse(period, out _))
            return (null, new RegionalRefusal(
                "region.unknown-period",
                $"'{period}' is geen periode. Schrijf een maand als 2025-03, een kwartaal als 2025-K1 of een jaar als "
                + "2025."));
        var asked = period is null or "" ? FirstPeriod(region, found) : ReportingPeriod.Parse(period);
        if (!model.Units.Holds(asked.Unit))
            return (null, new RegionalRefusal(
                "region.unit-not-agreed",
                $"Cijfers per {RegionalWords.Of(asked.Unit)} staan niet in de modelafspraak."));
        if (asked.Unit != PeriodUnit.Year && (found.Sensitive || !found.IsGroup))
            return (null, new RegionalRefusal(
                "region.only-per-year", $"{found.Title} wordt alleen per jaar gepubliceerd. Kies een jaar."));
        if (order is not (null or "" or "naam" or "inwoners"))
            return (null, new RegionalRefusal(
                "region.unknown-order", $"'{order}' is geen volgorde: naam of inwoners."));
        return (new RegionalQuestion
        {
            Category = found.Code, Period = asked,
            Order = order == "inwoners" ? RegionalOrder.Inhabitants : RegionalOrder.Name,
        }, null);
    }

    /// <summary>The newest whole year that was published; while there is none, the newest month.</summary>
    private static ReportingPeriod FirstPeriod(Region region, RegionalCategory category)
    {
        var newest = region.Newest ?? region.Model!.From;
        var year = ReportingPeriod.Of(PeriodUnit.Year, newest.FirstDay);
        var whole = year.LastMonth == newest ? year : year.YearEarlier;
        var shown = region.Members.Any(m => m.Counts.Find(m.Area, category.Code, whole).State == CountState.Shown);
        return shown || category.Sensitive || !category.IsGroup ? whole : newest;
    }

    /// <summary>Periods that somebody may ask about: every unit agreed, newest first.</summary>
    public static IEnumerable<ReportingPeriod> Periods(Region region, RegionalCategory category)
    {
        if (region.Model is not { } model || region.Newest is not { } newest)
            yield break;
        foreach (var unit in new[] { PeriodUnit.Year, PeriodUnit.Quarter, PeriodUnit.Month })
        {
            if (!model.Units.Holds(unit) || (unit != PeriodUnit.Year && (category.Sensitive || !category.IsGroup)))
                continue;
            var period = ReportingPeriod.Of(unit, newest.FirstDay);
            if (period.LastMonth.CompareTo(newest) > 0)
                period = period.Previous;
            for (; period.FirstDay >= model.From.FirstDay; period = period.Previous)
                yield return period;
        }
    }
}
