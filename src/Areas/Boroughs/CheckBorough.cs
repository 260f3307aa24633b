using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Whether a borough can be as somebody wishes: pure.</summary>
internal static class CheckBorough
{
    /// <summary>Why not; null when it can.</summary>
    public static BoroughOutcome.Refused? Of(
        BoroughRequest request, AreaCode code, BoroughBook book, MunicipalityAreas areas) =>
        Form(request, code, book, areas) ?? Day(request.From, code, request.BoundaryYear, book)
        ?? Twice(request, code, book, areas);

    /// <summary>A change cannot come before the last one of the same borough: it would never be seen.</summary>
    public static BoroughOutcome.Refused? Day(DateOnly from, AreaCode code, int boundaryYear, BoroughBook book)
    {
        var last = book.Changes.Standing().LastOrDefault(c => c.Code == code.Code && c.BoundaryYear == boundaryYear);
        if (last is not null && from < last.From)
            return new(
                "boroughs.too-early",
                $"Stadsdeel '{last.Name}' is voor het laatst gewijzigd per {last.From:dd-MM-yyyy}; een wijziging per "
                + $"{from:dd-MM-yyyy} zou niet gelden. Kies die dag of een latere.");
        return from.Year is < 2000 or > 2100
            ? new("boroughs.day", $"{from:dd-MM-yyyy} is geen dag om een stadsdeel op te laten ingaan.")
            : null;
    }

    private static BoroughOutcome.Refused? Form(
        BoroughRequest request, AreaCode code, BoroughBook book, MunicipalityAreas areas)
    {
        if (request.Name.Length is 0 or > SetBorough.NameLength)
            return new("boroughs.name", $"Een naam heeft 1 tot en met {SetBorough.NameLength} tekens.");
        if (DatedChanges.ObjectionToReason(request.Reason) is { } objection)
            return new("boroughs.reason", objection);
        if (code.Level != AreaLevel.Borough || code.Municipality != areas.Municipality.Code)
            return new("boroughs.code", $"'{code}' is geen code van een stadsdeel van {areas.Municipality.Code}.");
        if (request.Code is not null && book.Changes.All(c => c.Code != code.Code))
            return new("boroughs.unknown", $"Er is geen stadsdeel met code {code}.");
        if (request.Districts.Count == 0)
            return new("boroughs.empty", $"Kies ten minste één wijk voor stadsdeel '{request.Name}'.");
        var unknown = request.Districts.FirstOrDefault(
            d => d.Level != AreaLevel.District || areas.Find(d) is null);
        return unknown != default
            ? new("boroughs.district-unknown", $"'{unknown}' is geen wijk in de indeling van {areas.BoundaryYear}.")
            : null;
    }

    /// <summary>Also on later days, for which changes are on the record already.</summary>
    private static BoroughOutcome.Refused? Twice(
        BoroughRequest request, AreaCode code, BoroughBook book, MunicipalityAreas areas)
    {
        foreach (var day in book.DaysFrom(request.From, request.BoundaryYear))
        {
            var others = book.On(day, request.BoundaryYear).Where(b => b.Code != code).ToList();
            if (others.FirstOrDefault(b => b.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
                return new("boroughs.name-twice", $"Er is al een stadsdeel '{same.Name}' ({same.Code}).");
            foreach (var other in others)
                if (other.Districts.FirstOrDefault(request.Districts.Contains) is var district && district != default)
                    return new(
                        "boroughs.district-twice",
                        $"{district} {areas.Find(district)?.Name} hoort per {day:dd-MM-yyyy} bij stadsdeel "
                        + $"'{other.Name}'; een wijk hoort bij hooguit één stadsdeel.");
        }
        return null;
    }
}
