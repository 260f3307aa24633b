using Twente.Igw.Figures;
using Twente.Igw.Web.Api;

namespace Twente.Igw.Web.Pages;

/// <summary>Counts beside key figures as CSV. Each export is on the record, or it is not made.</summary>
internal static class ExportCircumstances
{
    private const int MostFigures = 60;

    public static async Task<IResult> Get(
        [AsParameters] FigureParameters asked, string[] kengetal, Answerers answers,
        [AsParameters] Exporter exporter, CancellationToken cancel)
    {
        var viewers = exporter.Viewers;
        if (!ReadQuestion.Try(asked.Text, viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        if (kengetal.Length > MostFigures)
            return Results.BadRequest();
        var outcome = await answers.Figures.Answer(question, viewers.Viewer, cancel);
        if (outcome is not FigureOutcome.Answered { Answer: var counts })
            return ApiProblem.Of(((FigureOutcome.Refused)outcome).Refusal);
        var columns = new List<KeyFigureAnswer>();
        foreach (var code in kengetal)
        {
            if (!KeyFigureCode.TryParse(code, out var figure) || await answers.KeyFigures.Answer(
                new KeyFigureQuestion
                {
                    Figure = figure, Level = question.Level, Area = question.Area, BoundaryYear = counts.BoundaryYear,
                },
                viewers.Viewer, cancel) is not KeyFigureOutcome.Answered { Answer: var answer })
                return Results.BadRequest();
            columns.Add(answer);
        }
        return await exporter.Send(Csv(counts, columns), $"omstandigheden-{counts.Category}-{counts.Last}", cancel);
    }

    private static CsvText Csv(FigureAnswer counts, IReadOnlyList<KeyFigureAnswer> columns)
    {
        var sources = columns.Select(c => $"{c.Source} {c.Period}").Prepend(counts.Source).Distinct();
        var csv = CsvText.For(
            string.Join("; ", sources), $"{counts.Category}, {counts.First} t/m {counts.Last}")
            .Row(
            [
                "gebied", "naam", "aantal", "klasse", "per1000", "teken",
                .. columns.Select(c => $"{c.Figure} {c.Period}"),
            ]);
        var values = columns.Select(c => c.Rows.ToDictionary(r => r.Area)).ToList();
        foreach (var row in counts.Rows)
            csv.Row(
            [
                row.Area.Code, row.Name, row.Count, row.Class?.Sentence, row.Per1000, row.Sign,
                .. values.Select(v => v.GetValueOrDefault(row.Area)?.Value ?? (object?)"."),
            ]);
        return csv;
    }
}
