using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Pages;

/// <summary>Findings as a file, for whoever mends the delivery.</summary>
internal static class FindingsCsv
{
    public static IResult Of(string file, string about, IReadOnlyList<Finding> findings)
    {
        var csv = CsvText.For(file, about).Row("regel", "kolom", "code", "waarde", "uitleg", "blad");
        foreach (var finding in findings)
            csv.Row(finding.Line, finding.Column, finding.Code, finding.Value, finding.Rule, finding.Sheet);
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", "bevindingen.csv");
    }
}
