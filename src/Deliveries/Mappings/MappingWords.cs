namespace Twente.Igw.Deliveries;

/// <summary>The words people see for how a value is read.</summary>
public static class MappingWords
{
    public static string Of(ValueForm form) => form switch
    {
        ValueForm.AsIs => "zoals het er staat",
        ValueForm.Listed => "alleen wat in de lijst staat",
        ValueForm.WeekOfDate => "datum, wordt de week",
        ValueForm.WeekNumber => "weeknummer, met het jaar in een andere kolom",
        ValueForm.MonthOfDate => "datum, wordt de maand",
        ValueForm.YearOfDate => "datum, wordt het jaar",
        ValueForm.WeekdayOfDate => "datum, wordt de weekdag",
        ValueForm.WeekdayName => "naam van de dag",
        ValueForm.DaypartOfTime => "tijdstip, wordt het dagdeel",
        ValueForm.NeighbourhoodName => "naam van een buurt",
        ValueForm.DistrictName => "naam van een wijk",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
    };
}
