using MiniExcelLibs;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Api;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// A comparison as a file: CSV, a workbook or a page on paper. Each says which agreement it rests on and when every
/// gemeente published.
/// </summary>
internal sealed class ExportComparison(ReadComparison read, DataFolder data)
{
    private static readonly string[] Columns =
    [
        "code", "gemeente", "aantal", "per1000", "onder", "boven", "jaarEerder", "metJaarEerder", "metAndereGemeenten",
        "stand", "gepubliceerd", "duiding",
    ];

    /// <param name="kind">One of <see cref="MapRegion.Exports"/>.</param>
    /// <param name="asked">The words of the address.</param>
    /// <param name="record">Puts the export on the record, by its name; first, or it is not made.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IResult> Execute(
        string kind, ComparisonParameters asked, Func<string, CancellationToken, Task> record,
        CancellationToken cancel)
    {
        var (answer, refused) = await read.Answer(asked, cancel);
        if (answer is null)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, refused!.Code, null, refused.Sentence);
        var name = $"vergelijking-{answer.Category.Code}-{answer.Question.Period}";
        await record(name, cancel);
        return kind switch
        {
            "csv" => Results.File(Csv(answer), "text/csv; charset=utf-8", name + ".csv"),
            "xlsx" => Results.File(
                Workbook(answer), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx"),
            _ => Results.File(Paper(answer), "application/pdf", name + ".pdf"),
        };
    }

    /// <summary>Agreement, dates and protection: what a saved file must still say.</summary>
    private string SourceOf(RegionalAnswer answer) => (Demo.DemoMark.IsPresent(data) ? "fictieve gegevens; " : "")
        + $"modelafspraak {answer.Model.Version} van {answer.Model.DecidedAt:dd-MM-yyyy}; wat gemeenten vrijgaven; "
        + RegionText.Protected;

    private static string AskedOf(RegionalAnswer answer) =>
        $"{answer.Category.Title}, {RegionText.UnitOf(answer)}";

    private byte[] Csv(RegionalAnswer answer)
    {
        var csv = CsvText.For(SourceOf(answer), AskedOf(answer)).Row(Columns);
        foreach (var row in answer.Rows)
            csv.Row(Values(row));
        return csv.ToBytes();
    }

    private byte[] Workbook(RegionalAnswer answer)
    {
        var rows = answer.Rows.Select(row => Columns.Zip(Values(row))
            .ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
        var about = new[]
        {
            new { onderwerp = "vraag", tekst = AskedOf(answer) }, new { onderwerp = "bron", tekst = SourceOf(answer) },
            new { onderwerp = "deelnemers", tekst = string.Join(", ", answer.Total?.Names ?? []) },
        };
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Vergelijking"] = rows, ["Over deze cijfers"] = about,
        });
        return stream.ToArray();
    }

    private byte[] Paper(RegionalAnswer answer)
    {
        var paper = new PaperTable(
            $"{answer.Category.Title} in {answer.Question.Period.Text()}",
            [RegionText.Lead(answer), $"Bron: {SourceOf(answer)}"],
            [
                new("Gemeente", 130), new("Aantal", 55) { IsNumber = true }, new("Per 1.000", 60) { IsNumber = true },
                new("Marge van 95 %", 85) { IsNumber = true }, new("Met een jaar eerder", 125),
                new("Met de anderen", 125), new("Gepubliceerd", 75),
            ]);
        foreach (var row in answer.Rows)
            paper.Row(
                row.Member.Name, RegionText.Count(row), RegionText.Rate(row.Per1000), RegionText.Margin(row.Interval),
                row.State == RowState.Shown ? row.Since ?? "niet bekend" : RegionText.Of(row.State),
                row.AgainstOthers ?? "", row.Note is { } note ? Day(note) : "");
        foreach (var row in answer.Rows.Where(r => r.Note is { Note.Length: > 0 }))
            paper.Text($"{row.Member.Name}: {row.Note!.Note}");
        return paper.ToPdf();
    }

    private static object?[] Values(RegionalRow row) =>
    [
        row.Member.Code, row.Member.Name, row.Count, Rounded(row.Per1000), Rounded(row.Interval?.Lower),
        Rounded(row.Interval?.Upper), row.Earlier, row.Since, row.AgainstOthers, RegionText.Of(row.State),
        row.Note is { } note ? Day(note) : null, row.Note?.Shown,
    ];

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 2) : null;

    private static string Day(PublicationNote note) =>
        DutchClock.Of(note.PublishedAt).ToString("dd-MM-yyyy", Dutch.Culture);
}
