using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The processing log of a gemeente. Who looks at it or takes it along is on it before she sees it.</summary>
internal static class MapLog
{
    public const string Path = "/beheer/logboek";

    public static void MapLogPages(this IEndpointRouteBuilder app)
    {
        var log = app.MapGroup(Path).Needs(Permission.ReadProcessingLog);
        log.MapGet("", Show);
        log.MapPost("/controle", Check).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet(Path + "/export.jsonl", Export).NeedsOrToken(TokenUse.ProcessingLog)
            .RequireRateLimiting(LimitPrograms.Policy);
    }

    private static async Task<IResult> Show(
        HttpRequest request, [AsParameters] LogReaders with, CancellationToken cancel)
    {
        var asked = LogFilters.Read(request.Query);
        await with.Record(new AuditEvent("audit.viewed", Shortened(asked.ForRecord)), cancel);
        return new RazorComponentResult<LogPage>(new
        {
            View = (object)await with.Look(asked, cancel),
            IsBroken = request.Query["bericht"] == "gebroken", IsChecked = request.Query["bericht"] == "gecontroleerd",
        });
    }

    private static async Task<IResult> Check(CheckAudit check, ReadViewer viewers, CancellationToken cancel) =>
        await check.Execute(viewers.Actor, cancel) is AuditVerdict.Intact
            ? Results.Redirect(Path + "?bericht=gecontroleerd")
            : Results.Redirect(Path + "?bericht=gebroken");

    /// <summary>One line per row, oldest first, as long as there are any; its number is where to go on.</summary>
    private static async Task<IResult> Export(
        [FromQuery(Name = "na")] long? after, [AsParameters] LogReaders with, CancellationToken cancel)
    {
        var from = Math.Max(after ?? 0, 0);
        await with.Record(new AuditEvent("audit.exported", $"na regel {from}"), cancel);
        return Results.Stream(
            async body =>
            {
                await foreach (var line in with.Read.Stream(AuditFilter.All, from, cancel).WithCancellation(cancel))
                    await body.WriteAsync(
                        Encoding.UTF8.GetBytes(ProcessingLogLine.Of(with.Current.Tenant.Id, line).ToText()), cancel);
            },
            "application/jsonl; charset=utf-8");
    }

    /// <summary>A subject has room for so much.</summary>
    private static string Shortened(string text) => text.Length <= 300 ? text : text[..299] + "…";
}

/// <summary>What stands on the page of the log.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Lines">The lines, in the order they are shown.</param>
/// <param name="Of">From how many.</param>
/// <param name="Older">Before which line the next page begins; null for no next page.</param>
internal sealed record LogView(LogFilters Asked, IReadOnlyList<AuditEntry> Lines, long Of, long? Older)
{
    public required AuditCheck? Checked { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    public required IReadOnlyList<string> Results { get; init; }
}

/// <summary>What reading the log needs.</summary>
internal sealed record LogReaders(
    ReadAudit Read, LogLookers Lookers, ReadViewer Viewers, TenantChanges Changes, ICurrentTenant Current)
{
    public async Task Record(AuditEvent what, CancellationToken cancel)
    {
        await using var change = await Changes.Begin(cancel);
        change.Record(what, Viewers.Actor);
        await change.Commit(cancel);
    }

    public async Task<LogView> Look(LogFilters asked, CancellationToken cancel)
    {
        var (lines, of, older) = await Lookers.Lines(asked, cancel);
        var words = await Read.Words(cancel);
        return new LogView(asked, lines, of, older)
        {
            Checked = await Lookers.Check.Last(cancel), Events = words.Events, Results = words.Results,
        };
    }
}

/// <summary>The three ways to look: everything by pages, a sample, or a view on risks.</summary>
internal sealed class LogLookers(
    ReadAudit read, SampleAudit sample, FindRisks risks, CheckAudit check, CategoryStore categories)
{
    public CheckAudit Check => check;

    public async Task<(IReadOnlyList<AuditEntry> Lines, long Of, long? Older)> Lines(
        LogFilters asked, CancellationToken cancel)
    {
        if (asked.Word is { } word)
        {
            var (drawn, of) = await sample.Execute(asked.Filter, word, asked.Size, cancel);
            return (drawn, of, null);
        }
        if (asked.Risk is { } risk)
        {
            var words = LogWords.RiskWords(await categories.Current(cancel));
            var found = await risks.Execute(risk, asked.Filter, words, cancel);
            return ([.. found.Reverse().Take(Most)], found.Count, null);
        }
        var page = await read.Page(asked.Filter, asked.Before, cancel);
        return (page.Lines, page.Count, page.Older);
    }

    /// <summary>More lines than somebody reads; a shorter period shows the rest.</summary>
    private const int Most = 500;
}
