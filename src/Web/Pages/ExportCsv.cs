using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Api;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The figures of a drawing as CSV. Each export is on the record, or it is not made.</summary>
internal static class ExportCsv
{
    public static async Task<IResult> Figures(
        [AsParameters] FigureParameters asked, AnswerFigures answers, [AsParameters] Exporter exporter,
        CancellationToken cancel)
    {
        if (!ReadQuestion.Try(asked.Text, exporter.Viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        var outcome = await answers.Answer(question, exporter.Viewers.Viewer, cancel);
        if (outcome is not FigureOutcome.Answered { Answer: var answer })
            return ApiProblem.Of(((FigureOutcome.Refused)outcome).Refusal);
        var csv = CsvText.For(
            answer.Source,
            $"{answer.Category}, {answer.First} t/m {answer.Last}" + On(answer.BoundaryYear, answer.Weeks))
            .Row("gebied", "naam", "aantal", "klasse", "inwoners", "per1000", "onder", "boven", "teken", "oordeel",
                "toelichting");
        foreach (var row in answer.Rows)
            csv.Row(
                row.Area.Code, row.Name, row.Count, row.Class?.Sentence, row.Inhabitants, row.Per1000, row.Lower,
                row.Upper, row.Sign, row.Compared?.Verdict, row.Compared?.Explanation);
        return await exporter.Send(csv, $"cijfers-{answer.Category}-{answer.First}-{answer.Last}", cancel);
    }

    public static async Task<IResult> Series(
        [AsParameters] FigureParameters asked, AnswerSeries answers, [AsParameters] Exporter exporter,
        CancellationToken cancel)
    {
        if (!ReadQuestion.Try(asked.Text, exporter.Viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        var series = new SeriesQuestion
        {
            Area = question.Area, Category = question.Category, Weeks = question.Weeks,
            BoundaryYear = question.BoundaryYear,
        };
        var outcome = await answers.Answer(series, exporter.Viewers.Viewer, cancel);
        if (outcome is not SeriesOutcome.Answered { Answer: var answer })
            return ApiProblem.Of(((SeriesOutcome.Refused)outcome).Refusal);
        var csv = CsvText.For(
            answer.Source, $"{answer.Category}, {answer.Name}, {answer.First} t/m {answer.Last}"
            + On(answer.BoundaryYear, answer.Weeks))
            .Row("week", "aantal", "teken", "jaar-1", "jaar-2", "jaar-3");
        foreach (var point in answer.Points)
            csv.Row(
            [
                point.Week.ToString(), Cell(point.Shown), point.Sign,
                .. Enumerable.Range(0, point.Earlier.Count).Select(y => Cell(point.ShownEarlier(y))),
            ]);
        return await exporter.Send(csv, $"reeks-{answer.Category}-{answer.Area}-{answer.Last}", cancel);
    }

    public static async Task<IResult> Moments(
        [AsParameters] FigureParameters asked, AnswerMoments answers, [AsParameters] Exporter exporter,
        CancellationToken cancel)
    {
        if (!ReadQuestion.Try(asked.Text, exporter.Viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        var moments = new MomentsQuestion
        {
            Area = question.Area, Category = question.Category, Weeks = question.Weeks,
            BoundaryYear = question.BoundaryYear,
        };
        var outcome = await answers.Answer(moments, exporter.Viewers.Viewer, cancel);
        if (outcome is not MomentsOutcome.Answered { Answer: var answer })
            return ApiProblem.Of(((MomentsOutcome.Refused)outcome).Refusal);
        var csv = CsvText.For(
            answer.Source, $"{answer.Category}, {answer.Name}, {answer.First} t/m {answer.Last}"
            + On(answer.BoundaryYear, answer.Weeks))
            .Row(["weekdag", .. answer.Dayparts, "totaal"]);
        foreach (var row in answer.Rows)
            csv.Row([row.Weekday, .. row.Counts.Select((_, part) => Cell(row.Shown(part))), row.Total]);
        return await exporter.Send(csv, $"tijdstip-{answer.Category}-{answer.Area}-{answer.Last}", cancel);
    }

    /// <summary>A number, or the words of its class: a spreadsheet takes <c>1-4</c> for a day of the year.</summary>
    private static object? Cell(ShownCount count) => count.Count ?? (object?)count.Class?.Sentence;

    /// <summary>What a saved file must say of weeks on other boundaries; nothing where there are none.</summary>
    private static string On(int year, AnsweredWeeks weeks)
    {
        var converted = (weeks.Converted ?? []).Select(
            c => $"; {c.Weeks.Count} weken omgerekend van indeling {c.BoundaryYear} naar {year}");
        return string.Concat(converted) + (weeks.OtherBoundaries.Count == 0
            ? ""
            : $"; {weeks.OtherBoundaries.Count} weken op een andere indeling dan {year} tellen niet mee");
    }

    public static async Task<IResult> FindingsOf(
        long nummer, ShowDelivery show, [AsParameters] Exporter exporter, CancellationToken cancel)
    {
        if (await show.Execute(nummer, cancel) is not { } delivery)
            return Results.NotFound();
        var csv = CsvText.For(delivery.Line.File, $"bevindingen van levering {nummer}")
            .Row("regel", "kolom", "code", "waarde", "uitleg", "blad");
        foreach (var finding in delivery.Findings)
            csv.Row(finding.Line, finding.Column, finding.Code, finding.Value, finding.Rule, finding.Sheet);
        return await exporter.Send(csv, $"bevindingen-{nummer}", cancel);
    }
}

/// <summary>Records an export in the tenant's chain and sends it.</summary>
internal sealed record Exporter(ReadViewer Viewers, TenantChanges Changes)
{
    public async Task<IResult> Send(CsvText csv, string name, CancellationToken cancel)
    {
        await using (var change = await Changes.Begin(cancel))
        {
            change.Record(
                new AuditEvent("figures.exported", $"{name} · ring {Words.Of(Viewers.Viewer.Ring)}"), Viewers.Actor);
            await change.Commit(cancel);
        }
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", name + ".csv");
    }
}
