using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What is wrong with one field of a row.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Code">A <see cref="FindingCode"/>.</param>
/// <param name="Details">What the rule's sentence leaves open.</param>
internal readonly record struct FieldObjection(int Column, string Code, params object?[] Details);

/// <summary>Reads the five fields of a row, each by its own rule and by what the list says of the key figure.</summary>
internal sealed class KerncijfersFields(
    KerncijfersFileName name, IReadOnlyDictionary<int, MunicipalityAreas> areas, KeyFigureList list)
{
    private readonly string _years = string.Join(", ", areas.Keys.Order());

    /// <summary>The fact a row states; it means nothing when there are objections.</summary>
    public KeyFigureFact Read(
        IReadOnlyList<string> row, out WrittenNumber number, out IReadOnlyList<FieldObjection> objections)
    {
        var found = new List<FieldObjection>();
        var figure = Figure(row[3], found);
        var period = Period(row[0], figure, found);
        var year = Year(row[1], found);
        var area = Area(row[2], year, figure, found);
        number = Value(row[4], figure, found);
        objections = [.. found.OrderBy(o => o.Column)];
        return new KeyFigureFact(figure?.Code ?? default, period, year?.BoundaryYear ?? 0, area, number.Value);
    }

    private KeyFigure? Figure(string text, List<FieldObjection> found)
    {
        var figure = KeyFigureCode.TryParse(text, out var code) ? list.Find(code) : null;
        if (figure is null)
            found.Add(new(3, FindingCode.FigureUnknown));
        else if (figure.Origin == KeyFigureOrigin.Cbs)
            found.Add(new(3, FindingCode.FigureOfCbs));
        return figure;
    }

    private KeyFigurePeriod Period(string text, KeyFigure? figure, List<FieldObjection> found)
    {
        if (!KeyFigurePeriod.TryParse(text, out var period))
            found.Add(new(0, FindingCode.PeriodForm));
        else if (!name.Period.Contains(period))
            found.Add(new(0, FindingCode.PeriodOutsideFile, name.Period));
        else if (figure?.IsTooShort(period.Kind) ?? false)
            found.Add(new(0, FindingCode.PeriodTooShort, figure.Code, Words.Of(figure.MinimumPeriod)));
        return period;
    }

    private MunicipalityAreas? Year(string text, List<FieldObjection> found)
    {
        var year = areas.FirstOrDefault(a => a.Key.ToString("0000", CultureInfo.InvariantCulture) == text).Value;
        if (year is null)
            found.Add(new(1, FindingCode.BoundaryYearUnknown, _years));
        return year;
    }

    private static AreaCode Area(string text, MunicipalityAreas? year, KeyFigure? figure, List<FieldObjection> found)
    {
        if (!AreaCode.TryParse(text, out var area))
            found.Add(new(2, FindingCode.AreaCodeForm));
        else if (year is not null && year.Find(area) is null)
            found.Add(new(2, FindingCode.AreaNotThere, year.BoundaryYear));
        else if (figure?.IsTooFine(area.Level) ?? false)
            found.Add(new(2, FindingCode.AreaTooFine, figure.Code, Words.Of(figure.MinimumLevel)));
        return area;
    }

    private static WrittenNumber Value(string text, KeyFigure? figure, List<FieldObjection> found)
    {
        if (!WrittenNumber.TryRead(text, out var number))
            found.Add(new(4, FindingCode.ValueForm));
        else if (number.Decimals > (figure?.Decimals ?? 2))
            found.Add(new(4, FindingCode.ValueDecimals, figure?.Decimals ?? 2));
        else if (figure is not null && number.Value.Number is > 0 and var value && value < figure.Threshold)
            found.Add(new(4, FindingCode.ValueBelowThreshold, figure.Threshold));
        return number;
    }
}
